import type { WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { readParts } from '../parts/read-parts.ts';
import { csvLines, guessDelimiter } from './csv-lines.ts';
import type { FileFormat, Line } from './line.ts';
import { xlsxLines } from './xlsx-lines.ts';

/** The lines of a file that is kept in parts. A spreadsheet's bytes are all in memory (50 MB at most), its rows never. */
export async function* readLines(ctx: WorkspaceCtx, fileId: string, format: FileFormat): AsyncGenerator<Line> {
  if (format.kind === 'csv') {
    yield* csvLines(decoded(ctx, fileId, format.encoding ?? 'utf-8'), format.delimiter ?? ';');
    return;
  }
  const parts: Buffer[] = [];
  for await (const part of readParts(ctx, fileId)) parts.push(part);
  yield* xlsxLines(Buffer.concat(parts));
}

async function* decoded(ctx: WorkspaceCtx, fileId: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding); // takes the byte order mark away by itself
  for await (const part of readParts(ctx, fileId)) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}

/** Watches bytes go by and says in the end what they are. */
export interface FormatSpy {
  see(bytes: Uint8Array): void;
  decide(): FileFormat;
}

export function createFormatSpy(): FormatSpy {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let beginning = Buffer.alloc(0);
  let utf8 = true;
  return {
    see(bytes) {
      if (beginning.length < 65_536) beginning = Buffer.concat([beginning, bytes.subarray(0, 65_536)]);
      if (!utf8) return;
      try {
        strict.decode(bytes, { stream: true });
      } catch {
        utf8 = false;
      }
    },
    decide() {
      const magic = beginning.toString('latin1', 0, 4);
      if (magic === 'PK\x03\x04') return { kind: 'xlsx', encoding: null, delimiter: null };
      if (magic.startsWith('\xd0\xcf') || magic.startsWith('%PDF') || magic.startsWith('PK'))
        throw new Fault('unreadable_file', 'the file is neither a CSV nor an XLSX');
      const encoding = magic.startsWith('\xff\xfe') ? 'utf-16le' : utf8 ? 'utf-8' : 'windows-1252';
      if (encoding !== 'utf-16le' && beginning.includes(0))
        throw new Fault('unreadable_file', 'the file holds bytes that no text has');
      return { kind: 'csv', encoding, delimiter: guessDelimiter(new TextDecoder(encoding).decode(beginning)) };
    },
  };
}
