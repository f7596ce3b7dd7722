import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import type { Bot } from '../settings/types.ts';
import { type AnswerToJudge, isPersonal } from './is-personal.ts';
import { questionWords } from './question-words.ts';
import { fitsCache, type Ground, groundOf, hashOf } from './rows.ts';

export interface AnswerToKeep extends Ground, AnswerToJudge {
  readonly contactId: string;
  readonly sources: unknown;
  readonly made: unknown;
  /** The passages it rests on; without any it is not kept. */
  readonly passageIds: readonly string[];
}

const HOUR_MS = 3_600_000;

const keep = sql(
  'governance/keep-cached',
  `insert into answer_cache as c (workspace_id, id, ground, words, words_hash, answer, sources, made, passage_ids, contact_id, created_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict on constraint answer_cache_question do update set answer = excluded.answer, sources = excluded.sources, made = excluded.made,
     passage_ids = excluded.passage_ids, contact_id = excluded.contact_id, created_at = excluded.created_at, expires_at = excluded.expires_at`,
);

/** Kept for the next one who asks the same; never what is about a person, a talk or a moment. Returns whether it was. */
export async function keepCached(ctx: WorkspaceCtx, tx: Tx, bot: Bot, it: AnswerToKeep): Promise<boolean> {
  const words = questionWords(it.question);
  if (!bot.cache.on || !fitsCache(words) || it.passageIds.length === 0 || it.answer.length > 8_000 || isPersonal(it))
    return false;
  const now = ctx.clock.now();
  const made = [JSON.stringify(it.sources), JSON.stringify(it.made), it.passageIds, it.contactId];
  const until = new Date(now.getTime() + bot.cache.hours * HOUR_MS);
  await tx.run(keep, [
    ctx.workspaceId,
    ctx.ids.uuid(),
    groundOf(bot, it),
    words,
    hashOf(words),
    it.answer,
    ...made,
    now,
    until,
  ]);
  return true;
}
