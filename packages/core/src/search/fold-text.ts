/** One spelling for search: small letters, no accents; the database's `fold_text` says the same. */
export function foldText(text: string): string {
  // Plain ASCII needs no more, and most is.
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
