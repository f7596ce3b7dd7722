import type { Output } from '../../../api/index.ts';

export type Person = Output<'people.list'>['people'][number];
