import { canaryShape } from './canary.ts';
import { cleanUnseen } from './clean-unseen.ts';

export type LeakSign = 'canary' | 'fence' | 'prompt' | 'secret';

const secrets =
  /\b(?:sk-[\w-]{16,}|AIza[\w-]{20,}|gsk_\w{16,}|EAA\w{20,}|xox[abprs]-[\w-]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY)/;
const fences = /<{2,}\s*\/?\s*(?:DADOS|FIM)\s+[a-z0-9]{6,}/i;

export interface Told {
  /** Said to the model and never to a customer: so many words of it in a row are no coincidence. */
  readonly rules: string;
  /** What the company wrote: it holds facts that customers may be told, so only a long piece of it is a leak. */
  readonly own: string;
  readonly mark: string;
}

const RUN = 11;
const LONG_RUN = 35;

/** Signs that an answer carries what was told to the model: as it is, spelled out, backwards or encoded. */
export function findLeak(answer: string, { rules, own, mark }: Told): LeakSign[] {
  const found = new Set<LeakSign>();
  for (const form of formsOf(cleanUnseen(answer))) {
    if (canaryShape.test(form)) found.add('canary');
    if (fences.test(form) || form.toLowerCase().includes(mark)) found.add('fence');
    if (secrets.test(form)) found.add('secret');
    if (sharesRun(form, rules, RUN) || sharesRun(form, own, LONG_RUN)) found.add('prompt');
  }
  return [...found];
}

/** The answer as it reads in the disguises that are asked for most. */
function formsOf(answer: string): string[] {
  const forms = [answer, [...answer].reverse().join(''), answer.replace(/[\s.\-_*|,;:/\\'"`]+/g, ''), rot13(answer)];
  for (const [run] of answer.matchAll(/[A-Za-z0-9+/_-]{32,}={0,2}/g))
    forms.push(Buffer.from(run, 'base64').toString('utf8'));
  for (const [run] of answer.matchAll(/(?:[0-9a-f]{2}[\s:,]?){20,}/gi))
    forms.push(Buffer.from(run.replace(/[^0-9a-f]/gi, ''), 'hex').toString('utf8'));
  return forms;
}

const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function sharesRun(answer: string, told: string, run: number): boolean {
  const said = wordsOf(answer);
  if (said.length < run) return false;
  const words = wordsOf(told);
  const runs = new Set<string>();
  for (let i = 0; i + run <= words.length; i++) runs.add(words.slice(i, i + run).join(' '));
  for (let i = 0; i + run <= said.length; i++) if (runs.has(said.slice(i, i + run).join(' '))) return true;
  return false;
}
