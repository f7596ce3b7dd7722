import { type Canned, deleteCanned, listCanned, renderCanned, saveCanned } from '@balcao/core/desk';
import { type Media, readMedia } from '@balcao/core/media';
import type { Tx } from '@balcao/db';
import type { Caller } from '../../api-parts.ts';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { visiblePlace } from '../visible.ts';
import { keeperOf } from './keeper-of.ts';
import { presentFile } from './thread/present-file.ts';

const shown = ({ ctx, language }: Caller, files: ReadonlyMap<string, Media>, ids: readonly string[]) =>
  ids.flatMap((id) => {
    const file = files.get(id);
    return file === undefined ? [] : [presentFile(ctx, file, language, 'out')];
  });

async function presentCanned(caller: Caller, tx: Tx, rows: readonly Canned[]) {
  const ids = [...new Set(rows.flatMap((row) => row.mediaIds))];
  const files = await readMedia(caller.ctx, tx, ids);
  return rows.map(({ mediaIds, departmentIds, updatedAt, ...row }) => ({
    ...row,
    media: shown(caller, files, mediaIds),
    departmentIds: [...departmentIds],
    updatedAt: time(updatedAt),
  }));
}

type Named = 'canned.list' | 'canned.save' | 'canned.delete' | 'canned.render';

export const cannedVerbs: Pick<Verbs, Named> = {
  'canned.list': async (caller, tx, { q, all }) => {
    const rows = await listCanned(caller.ctx, tx, keeperOf(caller), { q, all: all === 'true' });
    return { canned: await presentCanned(caller, tx, rows) };
  },
  'canned.save': async (caller, tx, input) => {
    const saved = await saveCanned(caller.ctx, tx, keeperOf(caller), input);
    const [canned] = await presentCanned(caller, tx, [saved]);
    return { canned: canned as NonNullable<typeof canned> }; // one went in
  },
  'canned.delete': async (caller, tx, { id }) => ({
    changed: await deleteCanned(caller.ctx, tx, keeperOf(caller), id),
  }),
  'canned.render': async (caller, tx, { id, conversationId }) => {
    const place = await visiblePlace(caller, tx, conversationId);
    const rendered = await renderCanned(caller.ctx, tx, keeperOf(caller), { id, conversationId: place.id });
    const files = await readMedia(caller.ctx, tx, rendered.mediaIds);
    return { text: rendered.text, media: shown(caller, files, rendered.mediaIds), missing: [...rendered.missing] };
  },
};
