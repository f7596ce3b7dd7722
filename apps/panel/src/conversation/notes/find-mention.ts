export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The name that is being written after an @ before the cursor; undefined: none is. */
export function findMention(text: string, cursor: number): { readonly at: number; readonly typed: string } | undefined {
  const before = text.slice(0, cursor);
  const at = before.lastIndexOf('@');
  if (at < 0 || /[\p{L}\p{N}]/u.test(before[at - 1] ?? ' ')) return undefined; // an e-mail address calls nobody
  const typed = before.slice(at + 1);
  return typed.length > 30 || /[\n@]/.test(typed) ? undefined : { at, typed };
}

/** Who may be meant, accents aside; those whose name begins so first. */
export function suggestPeople<Person extends Mentionable>(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = plain(typed);
  return people
    .filter(({ name }) =>
      plain(name)
        .split(' ')
        .some((_, index, words) => words.slice(index).join(' ').startsWith(wanted)),
    )
    .sort((a, b) => Number(plain(b.name).startsWith(wanted)) - Number(plain(a.name).startsWith(wanted)))
    .slice(0, 6);
}

/** Who is called in a finished note. */
export const mentionedIn = (text: string, people: readonly Mentionable[]): string[] =>
  people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
