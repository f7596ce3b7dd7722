import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf';
import { KNOWLEDGE_LIMITS } from '../../limits.ts';
import { Unreadable } from '../problems.ts';
import { type Read, tidy } from './read-html.ts';

interface Line {
  readonly text: string;
  readonly size: number;
  /** From the bottom of the page. */
  readonly y: number;
}

export async function readPdf(bytes: Buffer): Promise<Read> {
  const pdf = await open(bytes);
  if (pdf.numPages > KNOWLEDGE_LIMITS.documentPages) throw new Unreadable('too_many_pages');
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} as Record<string, unknown> }));
  const { items } = await extractTextItems(pdf);
  const pages = items.map(linesOf);
  const title = 'Title' in info && typeof info['Title'] === 'string' ? info['Title'].trim() : '';
  const said = /[\p{L}\p{N}]{3}/u.test(title) && !/\.(?:docx?|pdf|indd|pptx?)$|^Microsoft |^untitled/i.test(title);
  return { title: said ? title : undefined, text: asText(withoutRepeats(pages)) };
}

async function open(bytes: Buffer) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new Unreadable(name === 'PasswordException' ? 'locked' : 'damaged');
  }
}

function linesOf(items: readonly StructuredTextItem[]): Line[] {
  const lines: Line[] = [];
  let text = '';
  let [size, y, end] = [0, Number.NaN, 0];
  const flush = () => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (plain !== '') lines.push({ text: plain, size, y });
    [text, size, y] = ['', 0, Number.NaN];
  };
  for (const item of items) {
    if (!Number.isNaN(y) && Math.abs(item.y - y) > Math.max(2, item.fontSize * 0.5)) flush();
    // Columns of a table stand apart without a space between.
    const gap =
      text !== '' && item.x - end > Math.max(1, item.fontSize * 0.15) && !/\s$/.test(text) && !/^\s/.test(item.str);
    text += (gap ? (item.x - end > item.fontSize * 2 ? ' | ' : ' ') : '') + item.str;
    if (item.str.trim() !== '') {
      size = Math.max(size, item.fontSize);
      y = item.y;
      end = item.x + item.width;
    }
    if (item.hasEOL) flush();
  }
  flush();
  return lines;
}

/** What stands at the head or foot of most pages is not what the document says; nor are the numbers of pages. */
function withoutRepeats(pages: readonly Line[][]): Line[][] {
  const plain = (line: Line | undefined) => (line === undefined ? '' : line.text.replace(/\d+/g, '#'));
  const edges = (lines: readonly Line[]) => [...lines.slice(0, 2), ...lines.slice(-2)];
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const text of new Set(edges(page).map(plain))) seen.set(text, (seen.get(text) ?? 0) + 1);
  const often = Math.max(3, pages.length / 2);
  return pages.map((page) => {
    const repeated = new Set(edges(page).filter((line) => (seen.get(plain(line)) ?? 0) >= often));
    return page.filter(
      (line) => !repeated.has(line) && !/^(?:p[aá]g(?:ina)?\.?\s*)?\d+(?:\s*(?:\/|de)\s*\d+)?$/i.test(line.text),
    );
  });
}

/** Lines joined to paragraphs again; what is set larger than the text is a heading. */
function asText(pages: readonly Line[][]): string {
  const sizes = pages
    .flat()
    .flatMap(({ size, text }) => Array.from({ length: Math.ceil(text.length / 20) }, () => size));
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  let text = '';
  let before: Line | undefined;
  for (const page of pages) {
    for (const line of page) {
      const heading = line.size > usual * 1.15 && line.text.length <= 120 && /\p{L}/u.test(line.text);
      if (heading) text += `\n\n${line.size > usual * 1.5 ? '#' : '##'} ${line.text}\n\n`;
      else if (before === undefined || text.endsWith('\n\n')) text += line.text;
      else if (/\p{Ll}-$/u.test(before.text) && /^\p{Ll}/u.test(line.text)) text = text.slice(0, -1) + line.text;
      else text += joint(before, line) + line.text;
      before = line;
    }
    before = undefined;
    text += '\n';
  }
  return tidy(text);
}

/** A space within a paragraph, a line within a list, an empty line where there is room between. */
function joint(before: Line, line: Line): string {
  if (before.y - line.y > line.size * 2) return '\n\n';
  const ends = /[.!?:;]$/.test(before.text) || line.text.includes(' | ') || before.text.includes(' | ');
  return ends || /^(?:[-•*–]|\d+[.)])\s/.test(line.text) ? '\n' : ' ';
}
