import {
  addPages,
  importDocument,
  listSources,
  readingSentences,
  removeSource,
  rereadSource,
  type Source,
} from '@balcao/core/knowledge';
import { Fault } from '@balcao/kernel';
import type { Caller } from '../../api-parts.ts';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';

function present({ language }: Caller, source: Source) {
  const { id, kind, name, url, mediaId, state, progress, size, chunks, articleId, problem } = source;
  return {
    ...{ id, kind, name, url, mediaId, state, progress, size, chunks, articleId },
    problem: problem && readingSentences[problem][language],
    problemCode: problem,
    createdAt: time(source.createdAt),
    readAt: timeOrNull(source.readAt),
    changedAt: timeOrNull(source.changedAt),
  };
}

type Named =
  | 'knowledge.import-document'
  | 'knowledge.add-pages'
  | 'knowledge.sources'
  | 'knowledge.reread'
  | 'knowledge.remove-source';

export const sourceVerbs: Pick<Verbs, Named> = {
  'knowledge.import-document': async (caller, { fileName }, { storage }, { body, mime }) => {
    if (storage === undefined) throw new Fault('unavailable', 'this process keeps no files');
    return { source: present(caller, await importDocument(caller.ctx, storage, { fileName, body, mime })) };
  },
  'knowledge.add-pages': async (caller, tx, { urls }) => ({
    sources: (await addPages(tx, caller.ctx, urls)).map((source) => present(caller, source)),
  }),
  'knowledge.sources': async (caller, tx, page) => {
    const sources = await listSources(tx, caller.ctx, page);
    const next = sources.length < page.limit ? null : (sources.at(-1)?.id ?? null);
    return { sources: sources.map((source) => present(caller, source)), next };
  },
  'knowledge.reread': async (caller, tx, { sourceId }) => ({
    source: present(caller, await rereadSource(tx, caller.ctx, sourceId)),
  }),
  'knowledge.remove-source': async ({ ctx }, tx, { sourceId }) => ({ changed: await removeSource(tx, ctx, sourceId) }),
};
