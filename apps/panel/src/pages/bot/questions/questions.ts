import type { Output } from '../../../api/index.ts';

/** Questions that mean the same. */
export type Questions = Output<'questions.list'>['groups'][number];
