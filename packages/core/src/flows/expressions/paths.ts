import type { Scope, Value } from './values.ts';

const own = (record: Readonly<Record<string, string>>, name: string): Value =>
  Object.hasOwn(record, name) ? (record[name] ?? null) : null;

const fixed: ReadonlyMap<string, (scope: Scope) => Value> = new Map<string, (scope: Scope) => Value>([
  ['message.text', (scope) => scope.message.text],
  ['message.kind', (scope) => scope.message.kind],
  ['message.choice', (scope) => scope.message.choice],
  ['contact.name', (scope) => scope.contact.name],
  ['contact.phone', (scope) => scope.contact.phone],
  ['contact.email', (scope) => scope.contact.email],
  ['contact.tags', (scope) => scope.contact.tags],
  ['hours.open', (scope) => scope.hours.open],
  ['now.today', (scope) => scope.now.today],
  ['now.hour', (scope) => scope.now.hour],
  ['now.weekday', (scope) => scope.now.weekday],
]);

/** The way to what a name means; undefined when it means nothing. */
export function readPath(name: string): ((scope: Scope) => Value) | undefined {
  const known = fixed.get(name);
  if (known !== undefined) return known;
  const variable = /^vars\.([A-Za-z][A-Za-z0-9_]{0,40})$/.exec(name)?.[1];
  if (variable !== undefined) return (scope) => own(scope.vars, variable);
  const field = /^contact\.fields\.([A-Za-z0-9_]{1,60})$/.exec(name)?.[1];
  return field === undefined ? undefined : (scope) => own(scope.contact.fields, field);
}
