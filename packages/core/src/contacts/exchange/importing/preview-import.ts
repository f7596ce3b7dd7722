import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { listFields } from '../../fields/list-fields.ts';
import type { Line } from '../reading/line.ts';
import { readLines } from '../reading/read-lines.ts';
import { guessColumns } from './guess-columns.ts';
import { type ColumnTarget, type ContactImport, getOne } from './import-rows.ts';
import { type LineProblem, readLine } from './read-line.ts';

export interface ImportPreview {
  readonly import: ContactImport;
  readonly columns: readonly { readonly index: number; readonly header: string; readonly guess: ColumnTarget }[];
  readonly lines: readonly (readonly string[])[];
  readonly problems: readonly LineProblem[];
}

const LOOKED_AT = 100;
const SHOWN = 10;

export async function previewImport(ctx: WorkspaceCtx, importId: string): Promise<ImportPreview> {
  const { found, fields } = await withWorkspace(ctx, async (tx) => {
    return { found: await tx.one<ContactImport>(getOne, [importId]), fields: await listFields(tx) };
  });
  if (found === undefined) throw new Fault('not_found', 'there is no such import');
  if (found.state !== 'ready') throw new Fault('conflict', 'this import has begun: its file is not looked at any more');
  const sample: Line[] = [];
  for await (const line of readLines(ctx, importId, found.format)) {
    if (line.line > 1 && (line.broken || line.cells.some((cell) => cell.trim() !== ''))) sample.push(line);
    if (sample.length === LOOKED_AT) break;
  }
  const { headers } = found.format;
  const guesses = guessColumns(headers, sample, fields);
  const mapping = guesses.map((to, column) => ({ column, to }));
  const byId = new Map(fields.map((field) => [field.id, field]));
  const read = sample.map((line) => readLine(line, { mapping }, headers, byId));
  return {
    import: found,
    columns: headers.map((header, index) => ({ index, header, guess: guesses[index] ?? { kind: 'ignore' } })),
    lines: sample.slice(0, SHOWN).map(({ cells }) => headers.map((_, n) => (cells[n] ?? '').slice(0, 200))),
    problems: read.flatMap((one) => ('problems' in one ? one.problems : [])),
  };
}
