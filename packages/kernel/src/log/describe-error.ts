import { mask } from './mask.ts';
import { maskDeep } from './mask-deep.ts';

const maxLength = 1_000;

/** Why something failed, for a row that people read: what the log would say of it, without what the error quotes. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return cut(mask(String(error)));
  const { code, type, message } = maskDeep(error) as Record<string, unknown>; // an error comes out as its masked fields
  return cut(`${typeof code === 'string' ? code : String(type)}: ${String(message)}`);
}

/** PostgreSQL's text has no NUL. */
function cut(text: string): string {
  const clean = text.replaceAll('\0', '');
  return clean.length > maxLength ? `${clean.slice(0, maxLength)}…` : clean;
}
