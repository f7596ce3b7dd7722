import { type Line, MOST_COLUMNS } from './line.ts';

/** A record longer than this is no line of contacts: it is passed over up to the end of the line. */
const LONGEST_RECORD = 256 * 1024;

/** CSV as spreadsheets write it (RFC 4180, any delimiter), of a text that comes in pieces: one record is in memory. */
export async function* csvLines(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<Line> {
  let cells: string[] = [];
  let cell = '';
  let size = 0;
  let line = 1;
  let state: 'start' | 'plain' | 'quoted' | 'closed' | 'lost' = 'start';
  const endCell = () => {
    if (cells.length < MOST_COLUMNS) cells.push(cell);
    cell = '';
  };
  const endRecord = (): Line => {
    endCell();
    const found: Line = state === 'lost' ? { line, cells: [], broken: true } : { line, cells };
    [cells, size, state] = [[], 0, 'start'];
    line++;
    return found;
  };
  for await (const piece of text) {
    for (const character of piece) {
      if (state === 'quoted') {
        if (character === '"') state = 'closed';
        else cell += character;
      } else if (character === '\n') {
        yield endRecord();
        continue;
      } else if (state === 'lost' || character === '\r' || character === '\0') continue;
      else if (character === delimiter) {
        endCell();
        state = 'start';
      } else if (character === '"' && state === 'start') state = 'quoted';
      else if (character === '"' && state === 'closed') {
        cell += '"';
        state = 'quoted';
      } else {
        if (state !== 'closed') state = 'plain';
        cell += character;
      }
      if (++size > LONGEST_RECORD) [state, cell, cells] = ['lost', '', []];
    }
  }
  if (size > 0 || state === 'lost') {
    if (state === 'quoted') state = 'lost';
    yield endRecord();
  }
}

/** The delimiter that the heading uses most, outside of quotes. */
export function guessDelimiter(beginning: string): string {
  const heading = (/^(?:"[^"]*"|[^"\n])*/.exec(beginning.slice(0, 64 * 1024))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = [';', ',', '\t', '|'].map((delimiter) => [delimiter, heading.split(delimiter).length] as const);
  return counted.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ';';
}
