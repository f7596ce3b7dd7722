import { latinDigits } from '@balcao/kernel';

/** What can be wrong in a way that costs somebody: found in a text, in one spelling. */
export interface Fact {
  readonly kind: 'money' | 'percent' | 'date' | 'time' | 'number' | 'link' | 'phone';
  /** Canonical: `1234.5`, `25/12`, `25/12/2026`, `08:30`, `exemplo.com/troca`, `11987654321`. */
  readonly value: string;
}

const months: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'janeiro january enero jan',
    'fevereiro february febrero fev feb',
    'marco march marzo mar',
    'abril april abr apr',
    'maio may mayo mai',
    'junho june junio jun',
    'julho july julio jul',
    'agosto august ago aug',
    'setembro september septiembre set sep',
    'outubro october octubre out oct',
    'novembro november noviembre nov',
    'dezembro december diciembre dez dec dic',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, String(index + 1).padStart(2, '0')])),
);

const words: Readonly<Record<string, number>> = {
  dois: 2,
  duas: 2,
  tres: 3,
  quatro: 4,
  cinco: 5,
  seis: 6,
  sete: 7,
  oito: 8,
  nove: 9,
  dez: 10,
  onze: 11,
  doze: 12,
  treze: 13,
  quatorze: 14,
  catorze: 14,
  quinze: 15,
  dezesseis: 16,
  dezessete: 17,
  dezoito: 18,
  dezenove: 19,
  vinte: 20,
  trinta: 30,
  quarenta: 40,
  cinquenta: 50,
  sessenta: 60,
  setenta: 70,
  oitenta: 80,
  noventa: 90,
  cem: 100,
  duzentos: 200,
  trezentos: 300,
  quinhentos: 500,
  mil: 1000,
};

/** Written out, a number is a fact when something is counted with it: "duas opções" only talks. */
const counted =
  '(?:reais|real|centavos|por cento|dias?|horas?|minutos?|semanas?|meses|mes|anos?|parcelas?|vezes|unidades?|quilos?|metros?|litros?|noites?)';
const wordNumber = new RegExp(
  `\\b(${Object.keys(words).join('|')})(?:\\s+e\\s+(${Object.keys(words).join('|')}))?\\s+${counted}\\b`,
  'g',
);

const two = (text: string) => text.padStart(2, '0');
const fold = (text: string) => latinDigits(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** 1.234,56 as Brazil writes it, 1,234.56 as others do; undefined: not one number. */
export function readNumber(written: string): string | undefined {
  const text = written.replace(/[.,]+$/, '');
  const plain =
    /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text) || /^\d+,\d+$/.test(text)
      ? text.replaceAll('.', '').replace(',', '.')
      : /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)
        ? text.replaceAll(',', '')
        : text;
  return /^\d+(?:\.\d+)?$/.test(plain) ? String(Number(plain)) : undefined;
}

type Rule = readonly [pattern: RegExp, read: (match: RegExpMatchArray) => Fact | undefined];

const amount = String.raw`(\d[\d.,]*\d|\d)`;
const fact = (kind: Fact['kind'], value: string | undefined): Fact | undefined =>
  value === undefined ? undefined : { kind, value };
const date = (day = '', month = '', year?: string): Fact | undefined => {
  if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) return undefined;
  const whole = year && (year.length === 2 ? `20${year}` : year);
  return { kind: 'date', value: `${two(day)}/${two(month)}${whole ? `/${whole}` : ''}` };
};
const time = (hour = '', minute = '00'): Fact | undefined =>
  Number(hour) > 24 || Number(minute) > 59 ? undefined : { kind: 'time', value: `${two(hour)}:${minute}` };

/** In this order: what one takes is gone for the next. */
const rules: readonly Rule[] = [
  [/\bhttps?:\/\/([^\s<>()"']+)/gi, (m) => fact('link', trimLink(m[1]))],
  [/\b[\w.+-]+@([\w-]+\.)+[a-z]{2,}\b/gi, (m) => fact('link', m[0].toLowerCase())],
  [
    /\b(?:www\.)?(?:[a-z0-9-]+\.)+(?:com|net|org|br|app|io|me|ly|gov|shop|store|site)(?:\/[^\s<>()"']*)?/gi,
    (m) => fact('link', trimLink(m[0])),
  ],
  [/\b(\d{4})-(\d{2})-(\d{2})(?:t(\d{2}):(\d{2})\S*)?/gi, (m) => date(m[3], m[2], m[1])],
  [/\b(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?\b/g, (m) => date(m[1], m[2], m[3])],
  [/\b(\d{1,2})(?:º|°|o)?\s+de\s+([a-z]{3,10})(?:\s+de\s+(\d{4}))?\b/g, (m) => date(m[1], months[m[2] ?? ''], m[3])],
  [
    /\b([a-z]{3,10})\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?\b/g,
    (m) => (months[m[1] ?? ''] ? date(m[2], months[m[1] ?? ''], m[3]) : undefined),
  ],
  [new RegExp(`(?:r\\$|us\\$|\\$|brl|usd|€)\\s*${amount}`, 'g'), (m) => fact('money', readNumber(m[1] ?? ''))],
  [
    new RegExp(`\\b${amount}\\s*(?:reais|real|centavos|brl|dolares|euros)\\b`, 'g'),
    (m) => fact('money', readNumber(m[1] ?? '')),
  ],
  [new RegExp(`\\b${amount}\\s*(?:%|por cento|percent)`, 'g'), (m) => fact('percent', readNumber(m[1] ?? ''))],
  [/\b(\d{1,2}):(\d{2})\b/g, (m) => time(m[1], m[2])],
  [/\b(\d{1,2})\s?h(?:s|rs?|oras?)?(\d{2})?\b/g, (m) => time(m[1], m[2])],
  [/\+?\(?\d{2,3}\)?[\s-]?(?:\(\d{2}\)\s?)?\d{4,5}[\s-]?\d{4}\b/g, (m) => fact('phone', m[0].replace(/\D/g, ''))],
  [wordNumber, (m) => fact('number', String((words[m[1] ?? ''] ?? 0) + (words[m[2] ?? ''] ?? 0)))],
  [new RegExp(amount, 'g'), (m) => fact('number', readNumber(m[1] ?? ''))],
];

const trimLink = (text: string | undefined): string | undefined =>
  text
    ?.toLowerCase()
    .replace(/^www\./, '')
    .replace(/[.,;:!?)\]]+$/, '')
    .replace(/\/$/, '');

/** Marks of a list at the beginning of a line count nothing. */
const listMarks = /^[ \t]*\d{1,2}[.)ºª]\s+/gm;

export function factsIn(text: string): Fact[] {
  const found: Fact[] = [];
  let left = fold(text.replace(listMarks, ''));
  for (const [pattern, read] of rules)
    left = left.replace(pattern, (...args: unknown[]) => {
      const match = args.slice(0, -2) as unknown as RegExpMatchArray; // groups of the pattern; it has no named ones
      const one = read(match);
      if (one === undefined) return match[0] ?? '';
      found.push(one);
      return ' ';
    });
  return found;
}
