import { setImmediate } from 'node:timers/promises';
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

/** A long document is worked on in parts, so that others get their turn between: in the process, and at the database. */
const PIECES_AT_ONCE = 40;
const WORDS_AT_ONCE = 4_000;

/** Takes the place of what of this article was live before. Returns how many chunks it has. */
export async function goLive(tx: Tx, ctx: WorkspaceCtx, article: LiveText, wasLive: boolean): Promise<number> {
  const { rows, words } = await prepare(ctx, article);
  const state = (await tx.one<State>(lockState, [ctx.workspaceId])) as State; // an upsert returns its row
  const dropped = (await tx.one<{ chunks: number }>(dropChunks, [ctx.workspaceId, article.id]))?.chunks ?? 0;
  const [articles, chunks] = [wasLive ? 0 : 1, rows.length - dropped];
  if (state.articles + articles > KNOWLEDGE_LIMITS.articles)
    throw new Fault('over_limit', `at most ${KNOWLEDGE_LIMITS.articles} articles are published`);
  if (chunks > 0 && state.chunks + chunks > KNOWLEDGE_LIMITS.chunks)
    throw new Fault('over_limit', `the published texts have at most ${KNOWLEDGE_LIMITS.chunks} pieces`);
  const { id, version, kind, title, questions, url } = article;
  for (let at = 0; at < rows.length; at += PIECES_AT_ONCE) {
    const some = JSON.stringify(rows.slice(at, at + PIECES_AT_ONCE));
    await tx.run(addChunks, [ctx.workspaceId, id, version, kind, title, questions, url, some]);
  }
  for (let at = 0; at < words.length; at += WORDS_AT_ONCE) {
    const some = words.slice(at, at + WORDS_AT_ONCE);
    const spelled = some.map(([word]) => word);
    const stems = some.map(([, { stem }]) => stem);
    const counts = some.map(([, known]) => known.chunks);
    await tx.run(addWords, [ctx.workspaceId, spelled, stems, spelled.map(sound), counts]);
  }
  await tx.run(moveState, [articles, chunks, ctx.workspaceId]);
  return rows.length;
}

export async function goDark(tx: Tx, ctx: WorkspaceCtx, articleId: string): Promise<void> {
  await tx.run(lockState, [ctx.workspaceId]);
  const dropped = await tx.one<{ chunks: number }>(dropChunks, [ctx.workspaceId, articleId]);
  await tx.run(moveState, [-1, -(dropped?.chunks ?? 0), ctx.workspaceId]);
}

async function prepare(ctx: WorkspaceCtx, { kind, title, questions, body }: LiveText) {
  const pieces = kind === 'faq' ? [{ heading: '', text: body }] : cutText(body);
  const words = new Map<string, { stem: string; chunks: number }>();
  const rows = [];
  for (const [place, { heading, text }] of pieces.entries()) {
    if (place % PIECES_AT_ONCE === PIECES_AT_ONCE - 1) await setImmediate();
    const heads = vocabularyOf([title, ...questions, heading]);
    const all = new Map([...heads, ...vocabularyOf([text])]);
    for (const [word, stem] of all) words.set(word, { stem, chunks: (words.get(word)?.chunks ?? 0) + 1 });
    const stems = (found: ReadonlyMap<string, string>) => [...new Set(found.values())];
    const spellings = [...all.keys()];
    rows.push({ id: ctx.ids.uuid(), place, heading, text, heads: stems(heads), words: stems(all), spellings });
  }
  return { rows, words: [...words] };
}
