import type { Output } from '../../../api/index.ts';

export type Field = Output<'fields.list'>['fields'][number];
