/** Space within a line. */
export const gap = '[^\\S\\r\\n]';
const separator = `(?:${gap}|[().\\-\\u2010-\\u2015\\u2212/_*\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff])`;

/** Digits with whatever people put between them, what cannot be seen too. Bounded: a megabyte costs a fraction of a second. */
export const digitRun = `\\d(?:${separator}{0,4}\\d)*`;

/** Fourteen places that may be a CNPJ, with letters or without. */
export const cnpjShape =
  '(?<![0-9a-z])[0-9a-z]{2}[. ]?[0-9a-z]{3}[. ]?[0-9a-z]{3}[/ ]?[0-9a-z]{4}[- ]?\\d{2}(?![0-9a-z])';

/** Digits of other scripts (full width, Arabic …) are the same digits to who reads them. */
export function latinDigits(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const plain = digit.normalize('NFKC');
    return /^\d$/.test(plain) ? plain : '0';
  });
}
