import type { Customer } from './customer.ts';

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

export interface Blanks {
  readonly args: Readonly<Record<string, unknown>>;
  readonly customer: Customer;
  readonly result?: Readonly<Record<string, unknown>>;
}

/** A blank that cannot be filled: what is known of the customer is not enough, or a value would change where a path leads. */
export class Unfillable extends Error {
  override readonly name = 'Unfillable';
}

function valueOf(name: string, { args, customer, result }: Blanks): string | number | boolean | null {
  if (name.startsWith('args.')) return plain(args[name.slice(5)]);
  if (name.startsWith('result.')) return plain(result?.[name.slice(7)]);
  if (name.startsWith('contact.fields.')) return customer.fields[name.slice(15)] ?? null;
  const known: Readonly<Record<string, string | null>> = {
    'contact.phone': customer.phone,
    'contact.name': customer.name,
    'contact.email': customer.email,
    'contact.id': customer.contactId,
    'conversation.id': customer.conversationId,
  };
  return known[name] ?? null;
}

function plain(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/** An empty phone in an address could ask for everybody's: who is looked up by what is not known is not looked up. */
function needed(name: string, blanks: Blanks): string | number | boolean | null {
  const value = valueOf(name, blanks);
  if (name.startsWith('contact.') && (value === null || value === '')) throw new Unfillable(`there is no ${name}`);
  return value;
}

/** Values stay values: `/`, `?`, `#` are written out, and a segment of dots is refused, since it would lead elsewhere. */
export function fillUrl(url: string, blanks: Blanks): string {
  return url.replace(placeholder, (_, name: string) => {
    const text = String(needed(name, blanks) ?? '');
    if (/^\.+$/.test(text)) throw new Unfillable(`${name} would change the path`);
    return encodeURIComponent(text);
  });
}

/** A text that is nothing but a blank becomes the value itself, a number stays a number. */
export function fillBody(value: unknown, blanks: Blanks): unknown {
  if (typeof value === 'string') {
    const whole = /^\{\{\s*([^{}]*?)\s*\}\}$/.exec(value)?.[1];
    if (whole !== undefined) return needed(whole, blanks);
    return value.replace(placeholder, (_, name: string) => String(needed(name, blanks) ?? ''));
  }
  if (Array.isArray(value)) return value.map((one) => fillBody(one, blanks));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillBody(one, blanks)]));
  return value;
}

/** For a person to read. */
export const fillText = (text: string, blanks: Blanks): string =>
  text.replace(placeholder, (_, name: string) => String(valueOf(name, blanks) ?? ''));
