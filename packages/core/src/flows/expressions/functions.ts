import { asNumber, asText, asTruth, type Scope, type Value } from './values.ts';

interface FlowFunction {
  readonly least: number;
  readonly most: number;
  run(args: readonly Value[], scope: Scope): Value;
}

const money = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });
const DAY_MS = 86_400_000;

const first = (args: readonly Value[]): Value => args[0] ?? null;
const oneText = (run: (text: string) => Value): FlowFunction => ({
  least: 1,
  most: 1,
  run: (args) => run(asText(first(args))),
});

/** What an expression may call. Nothing else: no property of the language is reachable by a name. */
export const functions: ReadonlyMap<string, FlowFunction> = new Map([
  ['empty', { least: 1, most: 1, run: (args) => asText(first(args)).trim() === '' }],
  ['length', { least: 1, most: 1, run: (args) => lengthOf(first(args)) }],
  ['lower', oneText((text) => text.toLowerCase())],
  ['upper', oneText((text) => text.toUpperCase())],
  ['first', oneText((text) => text.trim().split(/\s+/)[0] ?? '')],
  ['digits', oneText((text) => text.replace(/[^\p{L}\p{N}]/gu, ''))],
  ['number', { least: 1, most: 1, run: (args) => asNumber(first(args)) ?? null }],
  ['money', { least: 1, most: 1, run: (args) => moneyOf(first(args)) }],
  ['date', oneText((text) => text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1'))],
  ['days_until', { least: 1, most: 1, run: (args, scope) => daysUntil(scope.now.today, asText(first(args))) }],
  [
    'default',
    { least: 2, most: 2, run: (args) => (asText(first(args)).trim() === '' ? (args[1] ?? null) : first(args)) },
  ],
  ['choose', { least: 3, most: 3, run: (args) => (asTruth(first(args)) ? (args[1] ?? null) : (args[2] ?? null)) }],
] satisfies [string, FlowFunction][]);

function lengthOf(value: Value): number {
  return typeof value === 'object' && value !== null ? value.length : asText(value).length;
}

function moneyOf(value: Value): string {
  const amount = asNumber(value);
  return amount === undefined ? asText(value) : money.format(amount).replace(/\u00a0/g, ' ');
}

function daysUntil(today: string, date: string): Value {
  const days = (Date.parse(date) - Date.parse(today)) / DAY_MS;
  return /^\d{4}-\d\d-\d\d$/.test(date) && Number.isInteger(days) ? days : null;
}
