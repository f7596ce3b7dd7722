import { cnpjShape, digitRun, findEmails, isCnpj, isCpf, latinDigits, parsePhone, type Stretch } from '@balcao/kernel';

export type PersonalKind = 'CPF' | 'CNPJ' | 'TELEFONE' | 'EMAIL' | 'CEP' | 'CARTAO' | 'PIX' | 'NUMERO' | 'SIGLA';

export interface Personal extends Stretch {
  readonly kind: PersonalKind;
}

/** What stands where a hidden value stood, and what a model makes of it. */
export const tokenShape =
  '\\[\\s{0,2}(CPF|CNPJ|TELEFONE|EMAIL|CEP|CARTAO|PIX|NUMERO|SIGLA)\\s{0,2}[-_ ]\\s{0,2}(\\d{1,4})\\s{0,2}\\]';

const hidden = new RegExp(tokenShape, 'gi');
const brCode = /000201\d{2}[ -~]{20,600}?6304[0-9A-F]{4}/g;
const evp = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;
const spelled =
  /(?<![\p{L}\d])[\p{L}\d][\p{L}\d._+-]{0,60}\s{0,2}[([]?(?:arroba|@| at )[)\]]?\s{0,2}[\p{L}\d][\p{L}\d-]{0,60}\s{0,2}(?:[([]?(?:ponto|\.| dot )[)\]]?\s{0,2}[\p{L}]{2,12}\s{0,2}){1,3}/giu;
const cnpj = new RegExp(cnpjShape, 'gi');
const cep = /(?<!\d)\d{5}-\d{3}(?!\d)|(?<=\bcep\b[^\d\n]{0,12})\d{2}\.?\d{3}[- ]?\d{3}(?!\d)/gi;
/** Days and sums of money are no runs of digits, however they look. */
const plain =
  /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)|(?:R\$|\$|US\$)\s?\d{1,3}(?:\.?\d{3})*(?:,\d{1,2})?/g;
const run = new RegExp(digitRun, 'g');

/** Where personal data stands in a text whose digits are Latin (see `latinDigits`), in order, none within another. */
export function findPersonal(text: string): Personal[] {
  const found: Personal[] = [];
  const free = (from: number, to: number) => !found.some((one) => from < one.to && to > one.from);
  const add = (kind: PersonalKind, from: number, to: number) => {
    if (free(from, to)) found.push({ kind, from, to });
  };
  const each = (pattern: RegExp, kind: PersonalKind | ((match: string) => PersonalKind | undefined)) => {
    for (const match of text.matchAll(pattern)) {
      const what = typeof kind === 'string' ? kind : kind(match[0]);
      const length = match[0].trimEnd().length;
      if (what !== undefined) add(what, match.index, match.index + length);
    }
  };
  each(hidden, 'SIGLA');
  each(brCode, 'PIX');
  for (const { from, to } of findEmails(text)) add('EMAIL', from, from + text.slice(from, to).search(/[^\p{L}\d]*$/u));
  if (/arroba|\bat\b|@/i.test(text)) each(spelled, 'EMAIL');
  each(evp, 'PIX');
  each(cnpj, (match) => (isCnpj(match) || /^.{2}\..{3}\..{3}\/.{4}-\d{2}$/.test(match) ? 'CNPJ' : undefined));
  each(cep, 'CEP');
  const days = [...text.matchAll(plain)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  for (const match of text.matchAll(run))
    for (const part of partsOf(match.index, match.index + match[0].length, days)) {
      const typed = /\d(?:.*\d)?/s.exec(text.slice(part.from, part.to));
      if (typed === null) continue;
      const from = part.from + typed.index;
      const kind = kindOf(typed[0], text.slice(Math.max(0, from - 2), from));
      if (kind !== undefined) add(kind, from, from + typed[0].length);
    }
  return found.sort((one, other) => one.from - other.from);
}

/** What is left of a run when the days in it are taken out. */
function partsOf(from: number, to: number, days: readonly Stretch[]): Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  for (const day of days) {
    if (day.to <= start || day.from >= to) continue;
    if (day.from > start) parts.push({ from: start, to: day.from });
    start = Math.max(start, day.to);
  }
  if (start < to) parts.push({ from: start, to });
  return parts;
}

function kindOf(typed: string, before: string): PersonalKind | undefined {
  const digits = typed.replace(/\D/g, '');
  if (digits.length < 8) return undefined;
  if (digits.length === 11 && isCpf(digits)) return 'CPF';
  if (/^\d{3}\.\d{3}\.\d{3}[-. ]\d{2}$/.test(typed)) return 'CPF';
  if (digits.length === 14 && isCnpj(digits)) return 'CNPJ';
  if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return 'CARTAO';
  const phone = parsePhone(`${/[+]\(?$/.test(before) ? '+' : ''}${typed}`);
  if (phone !== undefined && phone.kind !== 'foreign') return 'TELEFONE';
  if (phone !== undefined && before.includes('+')) return 'TELEFONE';
  if (/^9\d{8}$/.test(digits) || /^\d{4}[-. ]\d{4}$/.test(typed)) return 'TELEFONE';
  return digits.length >= 11 ? 'NUMERO' : undefined;
}

/** The sum by which a card's number is checked (ISO/IEC 7812). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const twice = i % 2 === 1 ? digit * 2 : digit;
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}

/** Whether there is any in it. */
export const hasPersonal = (text: string): boolean =>
  findPersonal(latinDigits(text)).some(({ kind }) => kind !== 'SIGLA');
