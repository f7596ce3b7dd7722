import { logAccess } from '@balcao/core/access';
import { beginExport, type ContactExport, cancelExport, getExport, listExports } from '@balcao/core/contacts';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';

function presentExport(one: ContactExport) {
  const { filters: _filters, actorKind: _kind, actorId: _id, ...shown } = one;
  return {
    ...shown,
    createdAt: time(one.createdAt),
    finishedAt: timeOrNull(one.finishedAt),
    expiresAt: timeOrNull(one.expiresAt),
  };
}

type Named = 'exports.start' | 'exports.get' | 'exports.list' | 'exports.cancel';

export const exportVerbs: Pick<Verbs, Named> = {
  'exports.start': async (caller, tx, input) => {
    const begun = await beginExport(tx, caller.ctx, input);
    const entry = { action: 'export.started', subjectKind: 'export', subjectId: begun.id } as const;
    await logAccess(tx, caller.ctx, { ...entry, data: { format: begun.format } }, caller);
    return { export: presentExport(begun) };
  },
  'exports.get': async ({ ctx }, tx, { exportId }) => {
    const found = await getExport(tx, ctx, exportId);
    const link = found.link && { url: found.link.url, expiresAt: time(found.link.expiresAt) };
    return { export: presentExport(found.export), link };
  },
  'exports.list': async (_caller, tx, { before, limit }) => {
    const exports = await listExports(tx, { before, limit });
    return { exports: exports.map(presentExport), next: exports.length < limit ? null : (exports.at(-1)?.id ?? null) };
  },
  'exports.cancel': async ({ ctx }, tx, { exportId }) => ({ changed: await cancelExport(tx, ctx, exportId) }),
};
