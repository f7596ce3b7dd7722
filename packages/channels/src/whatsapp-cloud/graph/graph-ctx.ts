import type { Ctx } from '@balcao/kernel';

/** What the client needs of ctx. */
export type GraphCtx = Pick<Ctx, 'config' | 'http' | 'clock' | 'random' | 'log' | 'ids'>;
