import type { Language, ShownMedia } from '@balcao/contract';
import { INBOUND_LIMITS, mediaSentences, OUTBOUND_LIMITS, signLink } from '@balcao/core/media';
import type { ThreadFile } from '@balcao/core/messages';
import type { WorkspaceCtx } from '@balcao/db';
import { time } from '../../present.ts';

const MEGABYTE = 1024 * 1024;

/** A file with a link of its own, when it is here; and why not, when it is not. */
export function presentFile(
  ctx: WorkspaceCtx,
  file: ThreadFile,
  language: Language,
  direction: 'in' | 'out' = 'in',
): ShownMedia {
  const { id, kind, state, mime, fileName, voice } = file;
  const link = state === 'stored' ? signLink(ctx, id) : undefined;
  const limit = (direction === 'in' ? INBOUND_LIMITS : OUTBOUND_LIMITS)[kind] / MEGABYTE;
  const problem = file.reason && mediaSentences[file.reason][language].replace('{limit}', String(limit));
  return {
    id,
    kind,
    state,
    mime,
    bytes: file.size,
    fileName,
    voice,
    url: link?.url ?? null,
    urlExpiresAt: link ? time(link.expiresAt) : null,
    problem: problem ?? null,
  };
}
