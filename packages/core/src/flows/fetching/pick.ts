const LONGEST = 1_000;

/** `data.items[0].total` in an answer, as the text a variable keeps. Own members only; what is not there is empty; `$` is all of it. */
export function pick(value: unknown, path: string): string {
  let here = value;
  const parts = path === '$' ? [] : path.replace(/\[(\d{1,5})\]/g, '.$1').split('.');
  for (const part of parts.filter((one) => one !== '' && one !== '$')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return '';
    here = (here as Record<string, unknown>)[part]; // by the line above
  }
  if (here === null || here === undefined) return '';
  return (typeof here === 'string' ? here : JSON.stringify(here)).slice(0, LONGEST);
}

export const pickAll = (value: unknown, save: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(save).map(([name, path]) => [name, pick(value, path)]));
