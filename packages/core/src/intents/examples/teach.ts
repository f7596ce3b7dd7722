import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { lockState, noteChange } from '../learning/note-change.ts';
import { findIntent } from '../own/find-intent.ts';
import { countOwn, findExamples, putExamples } from '../rows.ts';
import { EXAMPLES_AT_MOST, type OwnExample } from '../types.ts';
import { compared } from './compared.ts';

export interface Lesson {
  readonly key: string;
  readonly texts: readonly string[];
  readonly source: 'person' | 'correction';
  readonly messageId?: string | undefined;
}

export interface Taught {
  readonly added: number;
  readonly moved: number;
  readonly known: number;
  readonly examples: readonly OwnExample[];
}

/** Sentences of one intent. The same sentence twice is one; one that stood elsewhere moves here. */
export async function teach(ctx: WorkspaceCtx, tx: Tx, lesson: Lesson): Promise<Taught> {
  const { key, source, messageId = null } = lesson;
  const found = await findIntent(ctx, tx, key);
  if (found.archived) throw new Fault('not_found', `the intent "${key}" is archived`, { key });
  const texts = new Map(lesson.texts.map((text) => [compared(text), text.trim()]));
  if (texts.has('')) throw new Fault('invalid_input', 'a sentence has words');
  await lockState(ctx, tx);
  const before = await tx.rows<{ key: string; normal: string }>(findExamples, [ctx.workspaceId, [...texts.keys()]]);
  const where = new Map(before.map((row) => [row.normal, row.key]));
  const fresh = [...texts].filter(([normal]) => where.get(normal) !== key);
  const added = fresh.filter(([normal]) => !where.has(normal)).length;
  await checkRoom(ctx, tx, added);
  const count = { added, moved: fresh.length - added, known: texts.size - fresh.length };
  // A correction that says what was said before is kept all the same: its message is the newer one.
  const put = source === 'correction' ? [...texts] : fresh;
  if (put.length === 0) return { ...count, examples: [] };
  const rows = put.map(([normal, text]) => ({ id: ctx.ids.uuid(), text, normal }));
  const author = ctx.actor.kind === 'person' ? ctx.actor.id : null;
  const values = [JSON.stringify(rows), key, source, messageId, author, ctx.clock.now()];
  const examples = await tx.rows<OwnExample>(putExamples, [ctx.workspaceId, ...values]);
  if (fresh.length > 0) {
    await noteChange(ctx, tx);
    await record(tx, ctx, [
      { type: 'intent.taught', ...(messageId && { messageId }), data: { key, source, sentences: fresh.length } },
    ]);
  }
  return { ...count, examples };
}

async function checkRoom(ctx: WorkspaceCtx, tx: Tx, more: number): Promise<void> {
  const counts = await tx.rows<{ count: number }>(countOwn, [ctx.workspaceId]);
  const there = counts.reduce((sum, { count }) => sum + count, 0);
  if (more > 0 && there + more > EXAMPLES_AT_MOST)
    throw new Fault('over_limit', `a company teaches at most ${EXAMPLES_AT_MOST} sentences`, {
      limit: EXAMPLES_AT_MOST,
      there,
    });
}
