import { Fault } from '@balcao/kernel';

/** `detail` names the field and the rule, never what a person wrote. */
export function refuse(field: string, rule: string): never {
  throw new Fault('invalid_input', `${field}: ${rule}`, { field });
}

export function within(field: string, text: string | undefined, limit: number): void {
  if (text === undefined || text.length <= limit) return;
  throw new Fault('over_limit', `${field}: ${text.length} characters, at most ${limit}`, {
    field,
    limit,
    length: text.length,
  });
}

export function required(field: string, text: string, limit: number): void {
  if (text.trim() === '') refuse(field, 'must not be empty');
  within(field, text, limit);
}

export function atMost(field: string, list: readonly unknown[], limit: number): void {
  if (list.length === 0) refuse(field, 'must not be empty');
  if (list.length <= limit) return;
  throw new Fault('over_limit', `${field}: ${list.length} items, at most ${limit}`, {
    field,
    limit,
    length: list.length,
  });
}

export function allOf<T>(field: string, list: readonly T[], check: (path: string, item: T) => void): void {
  for (const [index, item] of list.entries()) check(`${field}[${index}]`, item);
}

/** WhatsApp refuses two of the same (131009), and an answer could not be told apart. */
export function oneOfEach(field: string, what: string, list: readonly string[]): void {
  if (new Set(list).size !== list.length) refuse(field, `two with the same ${what}`);
}
