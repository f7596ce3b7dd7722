import { sql, type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import type { Bot } from '../settings/types.ts';
import { todayOf } from '../spend/today-of.ts';
import { nearlySame, questionWords } from './question-words.ts';
import { fitsCache, type Ground, groundOf, hashOf } from './rows.ts';

export interface CachedAnswer {
  readonly id: string;
  readonly answer: string;
  /** As they were kept with it. */
  readonly sources: unknown;
  readonly made: unknown;
}

interface Candidate extends CachedAnswer {
  readonly words: string[];
  readonly passageIds: string[];
}

// Indexes: answer_cache_question, answer_cache_near.
const find = sql(
  'governance/find-cached',
  `(select id, words, answer, sources, made, passage_ids as "passageIds" from answer_cache
     where ground = $1 and words_hash = $2 and expires_at > $3)
   union all
   (select id, words, answer, sources, made, passage_ids as "passageIds" from answer_cache
     where ground = $1 and cardinality(words) = $4 and expires_at > $3 and words_hash <> $2 order by created_at desc limit 200)`,
);
const count = sql(
  'governance/count-cache',
  `with hit as (update answer_cache set hits = hits + 1, last_hit_at = $4 where workspace_id = $1 and id = $3::uuid returning 1)
   insert into bot_days as d (workspace_id, day, cache_hits, cache_misses)
   select $1, $2::date, n, 1 - n from (select count(*)::int as n from hit) c
   on conflict (workspace_id, day) do update set cache_hits = d.cache_hits + excluded.cache_hits, cache_misses = d.cache_misses + excluded.cache_misses`,
);

/**
 * The answer to a question that says the same. `passageIds` are what was found for this one: an answer from other sources is not given.
 * Statements of their own: within a turn's transaction the day's row would be held for everybody.
 */
export async function findCached(
  ctx: WorkspaceCtx,
  bot: Bot,
  asked: Ground & { readonly question: string; readonly passageIds: readonly string[] },
): Promise<CachedAnswer | undefined> {
  if (!bot.cache.on) return undefined;
  const words = questionWords(asked.question);
  if (!fitsCache(words)) return undefined;
  const now = ctx.clock.now();
  const hash = hashOf(words);
  const rows = await workspaceStatement<Candidate>(ctx, find, [groundOf(bot, asked), hash, now, words.length]);
  const found = rows.find(
    (row) =>
      row.passageIds.every((id) => asked.passageIds.includes(id)) &&
      (hashOf(row.words) === hash || nearlySame(row.words, words)),
  );
  await workspaceStatement(ctx, count, [ctx.workspaceId, todayOf(bot, now), found?.id ?? null, now]);
  if (found === undefined) return undefined;
  const { id, answer, sources, made } = found;
  return { id, answer, sources, made };
}
