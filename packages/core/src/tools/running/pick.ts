/** `data.items.0.status` in what a company's system answered. Own members only. */
export function pick(value: unknown, path: string): unknown {
  let here = value;
  for (const part of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined;
    here = (here as Record<string, unknown>)[part]; // by the line above
  }
  return here;
}
