/** What nobody sees and a model may read: tags that spell letters, directions, variation selectors beyond emoji, control characters. */
const unseen =
  /[\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff\u00ad\u180e]|[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/gu;

export const cleanUnseen = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unseen, '');
