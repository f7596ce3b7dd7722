import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { KNOWLEDGE_LIMITS } from '../limits.ts';
import type { Article } from '../types.ts';
import { vocabularyOf } from '../words/analyse.ts';
import { sound } from '../words/sound.ts';
import { cutText } from './cut-text.ts';
import { addChunks, addWords, dropChunks, lockState, moveState } from './live-rows.ts';

interface State {
  readonly articles: number;
  readonly chunks: number;
}

/** What of an article is answered from, as it stands in its newest version. */
export type LiveText = Pick<Article, 'id' | 'kind' | 'version' | 'title' | 'questions' | 'body' | 'url'>;

/** Takes the place of what of this article was live before. Returns how many chunks it has. */
export async function goLive(tx: Tx, ctx: WorkspaceCtx, article: LiveText, wasLive: boolean): Promise<number> {
  const state = (await tx.one<State>(lockState, [ctx.workspaceId])) as State; // an upsert returns its row
  const dropped = (await tx.one<{ chunks: number }>(dropChunks, [ctx.workspaceId, article.id]))?.chunks ?? 0;
  const { rows, words } = prepare(ctx, article);
  const [articles, chunks] = [wasLive ? 0 : 1, rows.length - dropped];
  if (state.articles + articles > KNOWLEDGE_LIMITS.articles)
    throw new Fault('over_limit', `at most ${KNOWLEDGE_LIMITS.articles} articles are published`);
  if (chunks > 0 && state.chunks + chunks > KNOWLEDGE_LIMITS.chunks)
    throw new Fault('over_limit', `the published texts have at most ${KNOWLEDGE_LIMITS.chunks} pieces`);
  const { id, version, kind, title, questions, url } = article;
  await tx.run(addChunks, [ctx.workspaceId, id, version, kind, title, questions, url, JSON.stringify(rows)]);
  const stems = words.map(([, { stem }]) => stem);
  const counts = words.map(([, { chunks }]) => chunks);
  const spelled = words.map(([word]) => word);
  await tx.run(addWords, [ctx.workspaceId, spelled, stems, spelled.map(sound), counts]);
  await tx.run(moveState, [articles, chunks, ctx.workspaceId]);
  return rows.length;
}

export async function goDark(tx: Tx, ctx: WorkspaceCtx, articleId: string): Promise<void> {
  await tx.run(lockState, [ctx.workspaceId]);
  const dropped = await tx.one<{ chunks: number }>(dropChunks, [ctx.workspaceId, articleId]);
  await tx.run(moveState, [-1, -(dropped?.chunks ?? 0), ctx.workspaceId]);
}

function prepare(ctx: WorkspaceCtx, { kind, title, questions, body }: LiveText) {
  const pieces = kind === 'faq' ? [{ heading: '', text: body }] : cutText(body);
  const words = new Map<string, { stem: string; chunks: number }>();
  const rows = pieces.map(({ heading, text }, place) => {
    const heads = vocabularyOf([title, ...questions, heading]);
    const all = vocabularyOf([title, ...questions, heading, text]);
    for (const [word, stem] of all) words.set(word, { stem, chunks: (words.get(word)?.chunks ?? 0) + 1 });
    const stems = (found: ReadonlyMap<string, string>) => [...new Set(found.values())];
    return {
      id: ctx.ids.uuid(),
      place,
      heading,
      text,
      heads: stems(heads),
      words: stems(all),
      spellings: [...all.keys()],
    };
  });
  return { rows, words: [...words] };
}
