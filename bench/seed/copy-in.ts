import type { Client } from 'pg';

/** As much of node-postgres' wire as COPY needs. */
interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  readonly stream: NodeJS.WritableStream & { readonly writableLength: number };
}

export type Cell = string | number | boolean | null;

const escaped = (text: string): string =>
  /[\\\n\r\t]/.test(text)
    ? text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')
    : text;

const write = (cell: Cell): string =>
  cell === null
    ? '\\N'
    : typeof cell === 'string'
      ? escaped(cell)
      : typeof cell === 'boolean'
        ? cell
          ? 't'
          : 'f'
        : String(cell);

const BYTES_AT_ONCE = 256 * 1024;

/** COPY … FROM STDIN of rows that are made while they are sent. */
export function copyIn(
  client: Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let failure: Error | undefined;
    const pour = async (wire: Wire) => {
      let text = '';
      for (const row of rows) {
        text += `${row.map(write).join('\t')}\n`;
        count++;
        if (text.length < BYTES_AT_ONCE) continue;
        wire.sendCopyFromChunk(Buffer.from(text));
        text = '';
        if (failure !== undefined) return;
        if (wire.stream.writableLength > 4 * BYTES_AT_ONCE)
          await new Promise((done) => wire.stream.once('drain', done));
      }
      if (text !== '') wire.sendCopyFromChunk(Buffer.from(text));
      wire.endCopyFrom();
    };
    const copying = {
      submit: (wire: Wire) => wire.query(`copy ${table} (${columns.join(', ')}) from stdin`),
      handleCopyInResponse: (wire: Wire) => void pour(wire).catch(reject),
      handleError: (error: Error) => {
        failure = error;
        reject(error);
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(count),
    };
    // What node-postgres calls a submittable; its types know only queries.
    void client.query(copying as unknown as Parameters<Client['query']>[0]);
  });
}
