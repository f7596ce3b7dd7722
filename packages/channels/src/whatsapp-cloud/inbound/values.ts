/** Narrow readers: each takes whatever Meta (or anybody with the secret) put there, and gives the value or undefined. None throws. */
export type Obj = Readonly<Record<string, unknown>>;

/** A customer's text has at most 4,096 characters; far more than that is somebody's joke, and the raw body stays in the receipt. */
const maxText = 65_536;
const maxWord = 512;
/** Longer ones could not be indexed by PostgreSQL, and none has been seen above 200. */
const maxIdentifier = 512;

export const objectOf = (value: unknown): Obj | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Obj) : undefined; // checked on this line

const nothing: Obj = Object.freeze({});
export const objectOrEmpty = (value: unknown): Obj => objectOf(value) ?? nothing;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** PostgreSQL refuses NUL in text, and lone surrogates in jsonb. */
export function clean(text: string, max: number): string {
  let out = text.length > max ? text.slice(0, max) : text;
  if (out.includes('\0')) out = out.replaceAll('\0', '');
  return out.isWellFormed() ? out : out.toWellFormed();
}

export function text(value: unknown, max = maxText): string | undefined {
  if (typeof value === 'string') return clean(value, max);
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** A short text that says something: '' is nothing. */
export function word(value: unknown, max = maxWord): string | undefined {
  const found = text(value, max);
  return found === undefined || found === '' ? undefined : found;
}

/** Cut short it would be another id, so a long one is none. */
export function identifier(value: unknown): string | undefined {
  if (typeof value === 'string' && value.length > maxIdentifier) return undefined;
  return word(value, maxIdentifier);
}

export function number(value: unknown): number | undefined {
  const found = typeof value === 'string' && value !== '' && value.length < 32 ? Number(value) : value;
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

const maxInteger = 2_147_483_647;
export function integer(value: unknown): number | undefined {
  const found = number(value);
  return found !== undefined && Number.isInteger(found) && Math.abs(found) <= maxInteger ? found : undefined;
}

export function flag(value: unknown): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}

const earliest = Date.UTC(2009, 0);
const latest = Date.UTC(2100, 0);

/** Unix seconds as text (most fields), as a number, or milliseconds (handovers). Anything outside 2009-2100 is no time. */
export function moment(value: unknown): Date | undefined {
  const found = number(value);
  if (found === undefined) return undefined;
  const ms = found > 100_000_000_000 ? found : found * 1000;
  return ms >= earliest && ms < latest ? new Date(ms) : undefined;
}

/** '+55 31 90373-8724' → '5531903738724'; what is not a phone (a BSUID, a placeholder) stays as it is. */
export function phone(value: unknown): string | undefined {
  const found = identifier(value);
  if (found === undefined || onlyDigits(found)) return found;
  return /^[\d\s()+.-]+$/.test(found) ? found.replace(/\D/g, '') || undefined : found;
}

function onlyDigits(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
