import type { Output } from '../../../api/index.ts';

export type Channel = Output<'channels.list'>['channels'][number];
