import type { Output } from '../../../api/index.ts';

export type Roles = Output<'roles.list'>;
export type CustomRole = Roles['custom'][number];
