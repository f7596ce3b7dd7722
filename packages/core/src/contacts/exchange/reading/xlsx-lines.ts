import { Fault } from '@balcao/kernel';
import { type Line, MOST_COLUMNS } from './line.ts';
import { openZip, type Zip } from './open-zip.ts';
import { attribute, nameOf, xmlPieces } from './xml-pieces.ts';

const MB = 1024 * 1024;
const SMALL = 16 * MB;
const SHARED_TEXTS = 128 * MB;
const SHEET = 1024 * MB;

interface Book {
  readonly texts: readonly string[];
  /** Which styles of cells show a number as a day. */
  readonly days: ReadonlySet<number>;
  readonly since1904: boolean;
}

/** The first sheet of a workbook, a row at a time; only the texts that cells share are all in memory. */
export async function* xlsxLines(bytes: Buffer): AsyncGenerator<Line> {
  const zip = openZip(bytes);
  const sheet = await firstSheet(zip);
  const [texts, days] = [await readTexts(zip), await readDays(zip)];
  const book = { texts, days, since1904: (await whole(zip, 'xl/workbook.xml')).includes('date1904="1"') };
  yield* rowsOf(zip, sheet, book);
}

async function whole(zip: Zip, name: string): Promise<string> {
  let text = '';
  for await (const piece of zip.text(name, SMALL)) text += piece;
  return text;
}

async function firstSheet(zip: Zip): Promise<string> {
  const id = /<(?:\w+:)?sheet\b[^>]*?\br:id="([^"]+)"/.exec(await whole(zip, 'xl/workbook.xml'))?.[1];
  const links = (await whole(zip, 'xl/_rels/workbook.xml.rels')).match(/<Relationship\b[^>]*>/g) ?? [];
  const target = links.flatMap((link) =>
    attribute(link.slice(1), 'Id') === id ? [attribute(link, 'Target') ?? ''] : [],
  )[0];
  const name =
    target === undefined ? 'xl/worksheets/sheet1.xml' : target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (!zip.names.includes(name)) throw new Fault('unreadable_file', 'the workbook has no sheet');
  return name;
}

async function readTexts(zip: Zip): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  for await (const pieces of xmlPieces(zip.text('xl/sharedStrings.xml', SHARED_TEXTS)))
    for (const { tag, text: said } of pieces) {
      if (tag === undefined) {
        if (inText && !phonetic) text += said;
        continue;
      }
      const name = nameOf(tag);
      const closes = tag.startsWith('/');
      if (name === 't') inText = !closes && !tag.endsWith('/');
      else if (name === 'rPh') phonetic = !closes;
      else if (name === 'si' && (closes || tag.endsWith('/'))) {
        texts.push(text);
        text = '';
      }
    }
  return texts;
}

const BUILT_IN_DAYS = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47];

async function readDays(zip: Zip): Promise<Set<number>> {
  const styles = await whole(zip, 'xl/styles.xml');
  const formats = new Set(BUILT_IN_DAYS);
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)) {
    const code = (attribute(tag.slice(1), 'formatCode') ?? '').replace(/&quot;.*?&quot;|\[[^\]]*\]|\\./g, '');
    if (/[dmy]/i.test(code) && !/[#0]/.test(code)) formats.add(Number(attribute(tag.slice(1), 'numFmtId')));
  }
  const cells = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(styles)?.[0] ?? '';
  const used = [...cells.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].map(([tag]) => Number(attribute(tag.slice(1), 'numFmtId')));
  return new Set(used.flatMap((format, style) => (formats.has(format) ? [style] : [])));
}

async function* rowsOf(zip: Zip, sheet: string, book: Book): AsyncGenerator<Line> {
  let line = 0;
  let cells: string[] = [];
  let cell = { column: 0, type: '', style: 0 };
  let value = '';
  let inValue = false;
  for await (const pieces of xmlPieces(zip.text(sheet, SHEET)))
    for (const { tag, text } of pieces) {
      if (tag === undefined) {
        if (inValue) value += text;
        continue;
      }
      const name = nameOf(tag);
      const closes = tag.startsWith('/') || tag.endsWith('/');
      if (name === 'v' || name === 't') inValue = !closes;
      else if (name === 'c' && !tag.startsWith('/')) {
        const column = columnOf(attribute(tag, 'r')) ?? cells.length;
        cell = { column, type: attribute(tag, 't') ?? 'n', style: Number(attribute(tag, 's') ?? 0) };
        value = '';
      } else if (name === 'c' && cell.column < MOST_COLUMNS) {
        while (cells.length < cell.column) cells.push('');
        cells[cell.column] = shown(book, cell, value);
      } else if (name === 'row' && !tag.startsWith('/')) {
        line = Number(attribute(tag, 'r') ?? line + 1);
        cells = [];
      }
      if (name === 'row' && closes) yield { line, cells };
    }
}

function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What a person sees in the cell, near enough: a day as 2026-11-21, a long number without an exponent. */
function shown({ texts, days, since1904 }: Book, cell: { type: string; style: number }, value: string): string {
  if (cell.type === 's') return texts[Number(value)] ?? '';
  if (cell.type === 'b') return value === '1' ? 'true' : 'false';
  if (cell.type !== 'n' || value === '') return cell.type === 'e' ? '' : value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (days.has(cell.style)) return dayOf(number + (since1904 ? 1462 : 0));
  return Number.isInteger(number) && Math.abs(number) < 1e18 ? number.toFixed(0) : String(number);
}

function dayOf(serial: number): string {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}
