/** What nobody sees and a model may read: tags that spell letters, directions, variation selectors beyond emoji, control characters. */
const ranges: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x7f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe007f],
  [0xe0100, 0xe01ef],
];
const code = (point: number) => `\\u{${point.toString(16)}}`;
const unseen = new RegExp(`[${ranges.map(([from, to]) => `${code(from)}-${code(to)}`).join('')}]`, 'gu');

export const cleanUnseen = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unseen, '');
