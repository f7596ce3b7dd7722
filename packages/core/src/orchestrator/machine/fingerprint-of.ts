import { hash } from 'node:crypto';
import type { Decision } from './decide.ts';

/** The same decision has the same one, also when it was made again from what was written down: the order of keys says nothing. */
export const fingerprintOf = (decision: Decision): string => hash('sha1', inOrder(decision), 'base64url');

function inOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${inOrder(field)}`).join(',')}}`;
}
