/** 0 too short … 4 strong. A hint while typing: the server has the last word, with the passwords known from breaches. */
export type Strength = 0 | 1 | 2 | 3 | 4;

export const SHORTEST = 10;
const common = /(1234|abcd|qwer|asdf|senha|password|admin|balcao|mudar|brasil|flamengo|corinthians|palmeiras)/i;
const repeated = /(.)\1{2,}/u;

const kindsIn = (password: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u, /\s/u].filter((kind) => kind.test(password)).length;

/** `personal`: what others know of the person (name, e-mail, company); a password made of it is weak. */
export function passwordStrength(password: string, personal: readonly string[] = []): Strength {
  const length = [...password].length;
  if (length < SHORTEST) return 0;
  const lower = password.toLowerCase();
  const words = personal
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4);
  const weak = [common.test(password), repeated.test(password), words.some((word) => lower.includes(word))];
  const distinct = new Set(lower).size;
  let score =
    1 + (length >= 14 ? 1 : 0) + (length >= 20 ? 1 : 0) + (kindsIn(password) >= 3 ? 1 : 0) + (distinct >= 10 ? 1 : 0);
  score -= weak.filter(Boolean).length;
  return Math.max(1, Math.min(4, score)) as Strength; // between the two by Math
}
