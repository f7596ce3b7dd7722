import { normalise } from '@balcao/ai/local';

/** Words that carry nothing of what is asked. Question words, "não" and "sem" do, so they stay. */
const empty = new Set(
  `a o as os um uma uns umas de da das do dos em na nas no nos para por pela pelo pelas pelos com e ou que se ao aos eu voce voces ele ela me te lhe nos
   oi ola bom boa dia tarde noite tudo bem favor obrigado obrigada por gentileza gostaria queria quero saber dizer falar informar informacao ajudar ajuda duvida
   pode poderia podem consegue conseguem tem teria ter seria e esta estao sao foi ser estar ai aqui la ja so mais muito mesmo entao assim pois aham ta ok sim hein ne viu
   umhora umlink sr sra senhor senhora moco moca amigo amiga gente`.split(/\s+/),
);

/** A plural and its singular are one. */
const stem = (word: string): string =>
  word.length > 4
    ? word
        .replace(/(?:oes|aes|aos)$/, 'ao')
        .replace(/(?:is)$/, 'l')
        .replace(/([rz])es$/, '$1')
        .replace(/(?<=[aeiou])s$/, '')
    : word;

/** What a question is made of, whatever the order and the politeness: each word that matters once, and every number as it stands. */
export function questionWords(question: string): string[] {
  const words = normalise(question)
    .replace(/[?!]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !empty.has(word) && !/^(?:numero|numerolongo|dinheiro|umadata|vezes)$/.test(word))
    .map(stem);
  const numbers = [...question.matchAll(/\d+/g)].map(([digits]) => `#${digits}`);
  return [...new Set([...words, ...numbers])].sort();
}

const LONG_WORD = 6;

/** The same words but for one letter of one long word: a slip of the finger. Numbers never slip. */
export function nearlySame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length || one.length < 3) return false;
  const [mine] = one.filter((word) => !other.includes(word));
  const [theirs, ...more] = other.filter((word) => !one.includes(word));
  if (mine === undefined || theirs === undefined || more.length > 0) return false;
  return mine[0] === theirs[0] && Math.min(mine.length, theirs.length) >= LONG_WORD && slips(mine, theirs);
}

/** One letter too many, too few, another, or two changed over. */
function slips(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [mine, theirs] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (mine.length <= 1 && theirs.length <= 1) return true;
  return mine.length === 2 && theirs.length === 2 && mine[0] === theirs[1] && mine[1] === theirs[0];
}
