import { fields, list, number, words } from './read.ts';

/** What is only in a message's `content`: each reader takes anything and answers with what can be shown of it. */

export interface Order {
  readonly items: readonly {
    readonly product: string;
    readonly quantity: number;
    readonly cents: number | undefined;
  }[];
  readonly currency: string;
  /** Known when every price is, in one currency. */
  readonly totalCents: number | undefined;
}

export function readOrder(content: unknown): Order {
  const rows = list(fields(content)['items']).map((item) => ({
    product: words(item['productId']) ?? '',
    quantity: number(item['quantity']) ?? 1,
    cents: number(item['unitPriceCents']),
    currency: words(item['currency']),
  }));
  const currencies = new Set(rows.map((row) => row.currency));
  const known = rows.length > 0 && currencies.size === 1 && rows.every((row) => row.cents !== undefined);
  const [currency] = currencies;
  return {
    items: rows.map(({ product, quantity, cents }) => ({ product, quantity, cents })),
    currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : 'BRL',
    totalCents: known ? rows.reduce((sum, row) => sum + row.quantity * (row.cents ?? 0), 0) : undefined,
  };
}

export interface Answer {
  readonly label: string;
  readonly value: string;
}

/** The answers of a form: one line each, deeper ones by their path. The token is the program's. */
export function readAnswers(content: unknown): readonly Answer[] {
  return answersOf(fields(content)['answers'], '', 0);
}

function answersOf(answers: unknown, path: string, depth: number): Answer[] {
  if (answers === null || answers === undefined || answers === '') return [];
  if (typeof answers !== 'object') return path === '' ? [] : [{ label: path, value: sayOf(answers) }];
  if (Array.isArray(answers) && answers.every((one) => typeof one !== 'object')) {
    return answers.length === 0 ? [] : [{ label: path, value: answers.map(sayOf).join(', ') }];
  }
  if (depth > 3) return [];
  return Object.entries(answers)
    .filter(([key]) => !/token/i.test(key))
    .flatMap(([key, value]) => answersOf(value, path === '' ? labelOf(key) : `${path} · ${labelOf(key)}`, depth + 1));
}

/** WhatsApp names a field `screen_0_Nome_completo_1`. */
const labelOf = (key: string): string =>
  (/^screen_\d+_(.+?)(?:_\d+)?$/.exec(key)?.[1] ?? key).replace(/[_-]+/g, ' ').trim();
const sayOf = (value: unknown): string => (value === true ? '✓' : value === false ? '✗' : String(value));

export interface Payment {
  readonly method: string | undefined;
  readonly reference: string | undefined;
  readonly lastFour: string | undefined;
}

export function readPayment(content: unknown): Payment {
  const it = fields(content);
  return { method: words(it['method']), reference: words(it['referenceId']), lastFour: words(it['lastFour']) };
}

export function readCallPermission(content: unknown): { readonly allowed: boolean; readonly permanent: boolean } {
  const it = fields(content);
  return { allowed: it['response'] === 'accept', permanent: it['permanent'] === true };
}

export const wasForwarded = (content: unknown): boolean => fields(content)['forwarded'] === true;

/** WhatsApp's own word for what it could not pass on: a poll, a view-once photo … */
export const unsupportedType = (content: unknown): string | undefined => words(fields(content)['type']);

/** The description under the row that was chosen in a list. */
export const chosenDescription = (content: unknown): string | undefined => words(fields(content)['description']);

export interface CameFrom {
  readonly headline: string | undefined;
  readonly body: string | undefined;
  readonly url: string | undefined;
}

/** The ad or page that the person tapped before writing. */
export function readReferral(content: unknown): CameFrom | undefined {
  const it = fields(fields(content)['referral']);
  const url = words(it['sourceUrl']);
  const came = {
    headline: words(it['headline']),
    body: words(it['body']),
    url: url !== undefined && /^https?:\/\//i.test(url) ? url : undefined,
  };
  return (came.headline ?? came.body ?? came.url) ? came : undefined;
}
