import type { OutboundContent } from '@balcao/channels/port';
import type { Ctx } from '@balcao/kernel';
import { Fault } from '@balcao/kernel';

/** Meta refuses what is not a template once 24 hours have passed since the customer wrote: better said now than by a failed message. */
export function checkWindow(ctx: Pick<Ctx, 'clock'>, content: OutboundContent, windowUntil: Date | null): void {
  if (content.kind === 'template' || (windowUntil !== null && windowUntil > ctx.clock.now())) return;
  throw new Fault(
    'window_closed',
    'the 24 hours since the customer last wrote are over, or they never wrote: only a template may be sent',
    windowUntil === null ? {} : { windowUntil: windowUntil.toISOString() },
  );
}
