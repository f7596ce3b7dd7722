import { formatCnpj, formatCpf, parseCnpj, parseCpf, parsePhone } from '@balcao/kernel';
import type { Check } from '../flow.ts';
import { readDate } from './read-date.ts';

const LONGEST = 1_000;

/** What is kept of an answer, in one spelling; undefined when it is not what was asked for. Also found inside a short sentence. */
export function readAnswer(check: Check, typed: string, today: string): string | undefined {
  const text = typed.trim().slice(0, LONGEST);
  switch (check) {
    case 'text':
      return text === '' ? undefined : text;
    case 'number':
      return readNumber(text);
    case 'money':
      return readMoney(text);
    case 'date':
      return text.length <= 120 ? readDate(text, today) : undefined;
    case 'email':
      return readEmail(text);
    case 'cpf':
      return readCpf(text);
    case 'cnpj':
      return readCnpj(text);
    case 'cpf_or_cnpj':
      return readCpf(text) ?? readCnpj(text);
    case 'phone':
      return readPhone(text);
  }
}

/** The whole answer, else the one place in it that looks like it. */
function firstOf<T>(text: string, pattern: RegExp, read: (candidate: string) => T | undefined): T | undefined {
  const whole = read(text);
  if (whole !== undefined) return whole;
  for (const [candidate] of text.matchAll(pattern)) {
    const found = read(candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readCpf(text: string): string | undefined {
  const cpf = firstOf(text, /(?<!\d)\d{3}[. ]?\d{3}[. ]?\d{3}[- ]?\d{2}(?!\d)/g, parseCpf);
  return cpf === undefined ? undefined : formatCpf(cpf);
}

const cnpjPlaces = /(?<![0-9A-Z])[0-9A-Z]{2}[. ]?[0-9A-Z]{3}[. ]?[0-9A-Z]{3}[/ ]?[0-9A-Z]{4}[- ]?\d{2}(?!\d)/gi;

function readCnpj(text: string): string | undefined {
  const cnpj = firstOf(text, cnpjPlaces, parseCnpj);
  return cnpj === undefined ? undefined : formatCnpj(cnpj);
}

const emailPlaces = /[^\s@<>()",;:]{1,64}@[^\s@<>()",;:.]{1,63}(?:\.[^\s@<>()",;:.]{1,63}){1,6}/g;

/** Brazilian keyboards put a comma or a stop after it. */
function readEmail(text: string): string | undefined {
  const found = text.match(emailPlaces)?.[0]?.toLowerCase();
  return found === undefined || found.length > 254 ? undefined : found;
}

function readPhone(text: string): string | undefined {
  return firstOf(text, /\+?\(?\d[\d\s().-]{6,20}\d/g, (candidate) =>
    /\p{L}/u.test(candidate) ? undefined : parsePhone(candidate)?.e164,
  );
}

const countWords = 'zero um dois tres quatro cinco seis sete oito nove dez'.split(' ');
const isThousands = /^-?\d{1,3}(\.\d{3})+(,\d{1,6})?$/;

/** "1.500" is fifteen hundred here, and "1,5" one and a half. */
function readNumber(text: string): string | undefined {
  const word = countWords.indexOf(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
  if (word >= 0) return String(word);
  return firstOf(text, /(?<![\d.,])-?\d[\d.,]*\d|(?<![\d.,])-?\d/g, (candidate) => {
    if (isThousands.test(candidate)) return candidate.replaceAll('.', '').replace(',', '.');
    return /^-?\d{1,15}([.,]\d{1,6})?$/.test(candidate) ? candidate.replace(',', '.') : undefined;
  });
}

/** Reais and centavos as 1234.56. */
function readMoney(text: string): string | undefined {
  const thousand = /(\d+)\s?mil\b/i.exec(text)?.[1];
  const amount =
    thousand === undefined ? readNumber(text.replace(/r\$\s?/gi, ' ').trim()) : String(Number(thousand) * 1000);
  const value = Number(amount);
  if (amount === undefined || value < 0 || value > 1e12) return undefined;
  return value.toFixed(2);
}
