import { type DbCtx, inWorkspace, type WorkspaceCtx, withWorkspace, workspaceStatement } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { BYTE_ORDER_MARK, csvLine } from './exporting/csv-text.ts';
import { type ContactExport, getExportRow } from './exporting/export-rows.ts';
import { readImportErrors } from './importing/keep-imports.ts';
import { openFileLink } from './parts/file-link.ts';
import { readParts } from './parts/read-parts.ts';

export interface ServedFile {
  readonly fileName: string;
  readonly mime: string;
  readonly size: number | undefined;
  readonly body: AsyncIterable<Uint8Array>;
}

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The file of a signed link, a part at a time. */
export async function serveFile(ctx: DbCtx, token: string): Promise<ServedFile> {
  const link = openFileLink(ctx, token);
  const inside = inWorkspace(ctx, link.workspaceId);
  if (link.kind === 'import-errors')
    return { fileName: 'linhas-com-problema.csv', mime: CSV, size: undefined, body: errorsOf(inside, link.fileId) };
  const [found] = await workspaceStatement<ContactExport>(inside, getExportRow, [link.fileId]);
  const kept = found?.state === 'done' && found.expiresAt !== null && found.expiresAt > ctx.clock.now();
  if (found === undefined || !kept) throw new Fault('not_found', 'this file is not kept any more');
  const fileName = `contatos-${found.createdAt.toISOString().slice(0, 10)}.${found.format}`;
  const mime = found.format === 'csv' ? CSV : XLSX;
  return { fileName, mime, size: found.size ?? undefined, body: readParts(inside, found.id) };
}

async function* errorsOf(ctx: WorkspaceCtx, importId: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(['Linha', 'Coluna', 'Problema', 'Valor']));
  let after: number | null = 0;
  while (after !== null) {
    const from: number = after;
    const page = await withWorkspace(ctx, (tx) => readImportErrors(tx, importId, { after: from, limit: 1_000 }));
    const lines = page.errors.map((one) =>
      csvLine([String(one.line), one.column ?? '', sentences[one.problem], one.value ?? '']),
    );
    yield Buffer.from(lines.join(''));
    after = page.next;
  }
}

const sentences = {
  no_identity: 'Sem telefone e sem e-mail',
  bad_phone: 'Telefone inválido',
  bad_email: 'E-mail inválido',
  bad_value: 'Valor inválido para este campo',
  unknown_choice: 'Não é uma das opções do campo',
  too_long: 'Texto longo demais',
  several_people: 'Telefone e e-mail são de pessoas diferentes',
  broken_line: 'Linha que não deu para ler (aspas abertas ou linha longa demais)',
} as const;
