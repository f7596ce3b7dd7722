import { Fault } from '@balcao/kernel';

/** A tag (`/row`, `c r="A1"`), or a text between two. */
export type XmlPiece =
  | { readonly tag: string; readonly text?: undefined }
  | { readonly tag?: undefined; readonly text: string };

const LONGEST_PIECE = 4 * 1024 * 1024;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined) return entities[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;

/** As much of XML as spreadsheets use, in pieces and never whole. */
export async function* xmlPieces(text: AsyncIterable<string>): AsyncGenerator<XmlPiece[]> {
  let rest = '';
  for await (const chunk of text) {
    rest += chunk;
    const end = rest.lastIndexOf('>') + 1;
    if (end === 0) {
      if (rest.length > LONGEST_PIECE) throw new Fault('unreadable_file', 'a text in the sheet never ends');
      continue;
    }
    const pieces: XmlPiece[] = [];
    for (const [piece] of rest.slice(0, end).matchAll(/<[^>]*>|[^<]+/g))
      pieces.push(piece[0] === '<' ? { tag: piece.slice(1, -1) } : { text: decode(piece) });
    rest = rest.slice(end);
    yield pieces;
  }
}

export const nameOf = (tag: string): string => /^\/?(?:\w+:)?(\w+)/.exec(tag)?.[1] ?? '';
export const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
