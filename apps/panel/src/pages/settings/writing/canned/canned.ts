import type { Output } from '../../../../api/index.ts';

export type Canned = Output<'canned.list'>['canned'][number];
