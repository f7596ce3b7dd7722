export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** People by the beginning of any of their names. */
export function findPeople(people: readonly Mentionable[], word: string, most = 6): readonly Mentionable[] {
  const wanted = bare(word);
  return people.filter(({ name }) => ` ${bare(name)}`.includes(` ${wanted}`)).slice(0, most);
}

/** Whose "@Name" still stands in the note: one that was deleted again is not told. A longer name wins over its beginning. */
export function mentionedIn(text: string, people: readonly Mentionable[]): readonly string[] {
  const longest = people.toSorted((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  let rest = text;
  for (const { id, name } of longest) {
    const sign = `@${name}`;
    const parts = rest.split(sign);
    const isWhole = parts.slice(1).some((next) => !/^[\p{L}\p{N}]/u.test(next));
    if (!isWhole) continue;
    found.add(id);
    rest = parts.join(' ');
  }
  return [...found];
}
