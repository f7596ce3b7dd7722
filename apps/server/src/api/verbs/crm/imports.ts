import { logAccess } from '@balcao/core/access';
import {
  beginImport,
  type ContactImport,
  cancelImport,
  getImport,
  listImports,
  previewImport,
  readImportErrors,
  signFileLink,
  startImport,
} from '@balcao/core/contacts';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';

function presentImport(one: ContactImport) {
  const { format: _format, plan, line: _line, actorKind: _kind, actorId: _id, ...shown } = one;
  return {
    ...shown,
    onDuplicate: plan?.onDuplicate ?? null,
    createdAt: time(one.createdAt),
    startedAt: timeOrNull(one.startedAt),
    finishedAt: timeOrNull(one.finishedAt),
  };
}

type Named =
  | 'imports.start'
  | 'imports.preview'
  | 'imports.run'
  | 'imports.get'
  | 'imports.list'
  | 'imports.errors'
  | 'imports.errors-file'
  | 'imports.cancel';

export const importVerbs: Pick<Verbs, Named> = {
  'imports.start': async ({ ctx }, { fileName }, _parts, file) => ({
    import: presentImport(await startImport(ctx, { fileName, body: file.body })),
  }),
  'imports.preview': async ({ ctx }, { importId }) => {
    const { columns, lines, problems, ...preview } = await previewImport(ctx, importId);
    const { kind, encoding, delimiter } = preview.import.format;
    return {
      import: presentImport(preview.import),
      ...{ format: kind, encoding, delimiter },
      columns: [...columns],
      lines: lines.map((line) => [...line]),
      problems: [...problems],
    };
  },
  'imports.run': async (caller, tx, { importId, ...plan }) => {
    const begun = await beginImport(tx, caller.ctx, importId, plan);
    const entry = { action: 'import.started', subjectKind: 'import', subjectId: importId } as const;
    await logAccess(tx, caller.ctx, { ...entry, data: { lines: begun.total } }, caller);
    return { import: presentImport(begun) };
  },
  'imports.get': async (_caller, tx, { importId }) => ({ import: presentImport(await getImport(tx, importId)) }),
  'imports.list': async (_caller, tx, { before, limit }) => {
    const imports = await listImports(tx, { before, limit });
    return { imports: imports.map(presentImport), next: imports.length < limit ? null : (imports.at(-1)?.id ?? null) };
  },
  'imports.errors': async (_caller, tx, { importId, after, limit }) => {
    await getImport(tx, importId);
    return await readImportErrors(tx, importId, { after, limit });
  },
  'imports.errors-file': async ({ ctx }, tx, { importId }) => {
    await getImport(tx, importId);
    const { url, expiresAt } = signFileLink(ctx, 'import-errors', importId);
    return { url, expiresAt: time(expiresAt) };
  },
  'imports.cancel': async ({ ctx }, tx, { importId }) => ({ changed: await cancelImport(tx, ctx, importId) }),
};
