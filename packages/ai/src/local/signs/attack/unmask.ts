import { shorthand } from '../../text/shorthand.ts';

/** Letters of other alphabets that look like ours. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  'аa еe оo рp сc хx уy іi ѕs ԁd ɡg һh јj ӏl ոn ԛq ѵv ԝw ьb кk мm тt вb нh зe αa εe οo ρp τt υu νv κk ιi ηn χx βb γy ωw ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ıi łl øo đd'
    .split(' ')
    .map((pair) => [...pair] as [string, string]), // each is a pair
);

const digits: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
};

/** Small letters of our alphabet, without accents and what cannot be seen. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u{E0000}-\u{E007F}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => lookalikes[letter] ?? letter);

/** Words with one space between them, the tongue of telephones spelled out. */
const inWords = (folded: string): string =>
  folded
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => shorthand.get(word) ?? word)
    .join(' ');

/** "1gn0r3" → "ignore"; a number stays one. */
const withoutDigits = (folded: string): string =>
  folded
    .split(/(\s+)/)
    .map((word) =>
      /\p{L}/u.test(word) && /[\d@$!|]/.test(word.slice(0, -1))
        ? word.replace(/[0134578@$!|]/g, (sign) => digits[sign] ?? sign)
        : word,
    )
    .join('');

/** "i g n o r e", "i.g.n.o.r.e", "i-g-n-o-r-e" → "ignore"; words stay apart where the gap is wider. */
const joined = (folded: string): string =>
  folded.replace(/(?<![\p{L}])(?:\p{L}[ .\-_*|/~]){3,}\p{L}(?!\p{L})/gu, (letters) =>
    letters.replace(/[^\p{L}]/gu, ''),
  );

const readable = (text: string): boolean =>
  text.length >= 8 && /^[\p{L}\p{N}\p{P}\p{Zs}\p{S}\s]+$/u.test(text) && /[a-z]{3}/i.test(text);

function* decoded(text: string): Generator<string> {
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)) {
    const plain = Buffer.from(run, 'base64').toString('utf8');
    if (readable(plain) && /[ _]/.test(plain)) yield plain;
  }
  for (const [run] of text.matchAll(/(?:[0-9a-f]{2}[ :]?){8,}/gi)) {
    const plain = Buffer.from(run.replace(/[ :]/g, ''), 'hex').toString('utf8');
    if (readable(plain)) yield plain;
  }
  if (/(?:%[0-9a-f]{2}){2}|%20/i.test(text))
    yield text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
  if (/&#x?[0-9a-f]+;/i.test(text))
    yield text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) => {
      const point = Number.parseInt(code, hex ? 16 : 10);
      return point < 0x11_0000 ? String.fromCodePoint(point) : '';
    });
  if (/(?:\\u[0-9a-f]{4}){3}/i.test(text))
    yield text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const turned = (text: string): string => [...text].reverse().join('');
const rot13 = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

export interface Unmasked {
  /** The ways to read it, in words: the plain one first. */
  readonly readings: readonly string[];
  /** Read backwards, or every letter for another: nonsense unless it is a disguise. */
  readonly upsideDown: readonly string[];
  /** The letters alone, one after the other. */
  readonly letters: string;
  /** Folded, with its signs. */
  readonly folded: string;
  readonly hidden: boolean;
}

/** What a text says when its disguises are taken off. */
export function unmask(text: string): Unmasked {
  const folded = fold(text);
  const plain = inWords(folded);
  const others = [
    ...[...decoded(text)].map((one) => inWords(fold(one))),
    inWords(withoutDigits(folded)),
    inWords(joined(folded)),
    inWords(joined(withoutDigits(folded))),
  ];
  const readings = [...new Set([plain, ...others])];
  // A family's emoji holds joiners too: only those among letters hide anything.
  const hidden =
    (text.match(/[\p{L}\s](?:[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]|[\u{E0000}-\u{E007F}])+[\p{L}\s]/gu)?.length ??
      0) >= 2;
  const upsideDown = [inWords(turned(folded)), inWords(rot13(folded))];
  return { readings, upsideDown, letters: withoutDigits(folded).replace(/[^a-z]/g, ''), folded, hidden };
}
