/** One spelling for search: small letters, no accents; the database's `fold_text` says the same. */
export function foldText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is plain ASCII needs no more, and most is
  if (/^[\x00-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
