import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { EXAMPLE_LENGTH, type OwnExample } from '../types.ts';
import { teach } from './teach.ts';
import { withoutPersonal } from './without-personal.ts';

export interface Correction {
  readonly messageId: string;
  /** What the customer wrote. */
  readonly text: string | null;
  readonly key: string;
}

/** The beginning of a long message, up to a whole word. */
function beginningOf(text: string): string {
  if (text.length <= EXAMPLE_LENGTH) return text;
  const cut = text.slice(0, EXAMPLE_LENGTH);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), EXAMPLE_LENGTH / 2));
}

/** An attendant says what somebody wanted: one click, one example. */
export async function correctIntent(
  ctx: WorkspaceCtx,
  tx: Tx,
  { messageId, text, key }: Correction,
): Promise<{ readonly example: OwnExample; readonly changed: boolean }> {
  const said = beginningOf(withoutPersonal((text ?? '').trim()));
  if (said === '') throw new Fault('invalid_input', 'the message has no words to learn from');
  const taught = await teach(ctx, tx, { key, texts: [said], source: 'correction', messageId });
  const [example] = taught.examples;
  if (example === undefined) throw new Fault('internal', 'a correction is always kept');
  return { example, changed: taught.added + taught.moved > 0 };
}
