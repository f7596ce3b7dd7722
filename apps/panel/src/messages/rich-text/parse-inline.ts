import { findLink } from './find-link.ts';

export type Inline =
  | { readonly mark: 'text' | 'code'; readonly text: string }
  | { readonly mark: 'bold' | 'italic' | 'strike'; readonly of: readonly Inline[] }
  | { readonly mark: 'link'; readonly text: string; readonly href: string };

const marks: Readonly<Record<string, 'bold' | 'italic' | 'strike'>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const wordy = /[\p{L}\p{N}]/u;

/** The marks and links of one line. A mark holds to its words: "2 * 3 * 4" and "nome_de_arquivo" stay as they are. */
export function parseInline(line: string): readonly Inline[] {
  const found: Inline[] = [];
  const unclosed = new Set<string>();
  let plainFrom = 0;
  let at = 0;
  while (at < line.length) {
    const piece = pieceAt(line, at, unclosed);
    if (piece === undefined) {
      at += 1;
      continue;
    }
    if (at > plainFrom) found.push({ mark: 'text', text: line.slice(plainFrom, at) });
    found.push(piece.inline);
    at = piece.end;
    plainFrom = at;
  }
  if (plainFrom < line.length) found.push({ mark: 'text', text: line.slice(plainFrom) });
  return found;
}

interface Piece {
  readonly inline: Inline;
  readonly end: number;
}

/** `unclosed` remembers the marks that nothing closes any more, so that a line full of them costs one look each. */
function pieceAt(line: string, at: number, unclosed: Set<string>): Piece | undefined {
  const sign = line[at] as string; // at is within the line
  if (sign === '`') return codeAt(line, at);
  const mark = marks[sign];
  if (mark !== undefined) {
    if (unclosed.has(sign) || !opens(line, at)) return undefined;
    const close = closing(line, at, sign);
    if (close !== undefined) {
      return { inline: { mark, of: parseInline(line.slice(at + 1, close)) }, end: close + 1 };
    }
    unclosed.add(sign);
    return undefined;
  }
  if (!/[a-z0-9]/i.test(sign)) return undefined;
  const link = findLink(line, at);
  return link && { inline: { mark: 'link', ...link }, end: at + link.text.length };
}

function codeAt(line: string, at: number): Piece | undefined {
  const close = line.indexOf('`', at + 1);
  if (close <= at + 1) return undefined;
  return { inline: { mark: 'code', text: line.slice(at + 1, close) }, end: close + 1 };
}

function opens(line: string, at: number): boolean {
  const before = line[at - 1];
  const after = line[at + 1];
  return (
    after !== undefined && !/\s/.test(after) && after !== line[at] && (before === undefined || !wordy.test(before))
  );
}

function closing(line: string, open: number, sign: string): number | undefined {
  for (let at = line.indexOf(sign, open + 2); at !== -1; at = line.indexOf(sign, at + 1)) {
    const before = line[at - 1] as string; // at is after the opening sign
    const after = line[at + 1];
    if (!/\s/.test(before) && (after === undefined || !wordy.test(after))) return at;
  }
  return undefined;
}
