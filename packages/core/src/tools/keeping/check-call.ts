import type { ToolParameter, ToolToDo } from '@balcao/contract';
import { Fault } from '@balcao/kernel';

type Call = Extract<ToolToDo, { kind: 'http' | 'order_status' }>['settings'];

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;
const ours = new Set(['contact.phone', 'contact.name', 'contact.email', 'contact.id', 'conversation.id']);

/** The names between double braces in anything that JSON can hold. */
export function placeholdersOf(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(placeholder)].map((match) => match[1] ?? '');
  if (Array.isArray(value)) return value.flatMap(placeholdersOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(placeholdersOf);
  return [];
}

/**
 * What a call may be: an address that nobody's words can change, blanks that can be filled, and for what belongs to somebody a
 * way to know whose it is. All that is wrong is said at once.
 */
export function checkCall(call: Call, parameters: readonly ToolParameter[], personal: boolean): void {
  const issues: { path: string; problem: string }[] = [];
  const say = (path: string, problem: string) => void issues.push({ path: `does.settings.${path}`, problem });
  const origin = /^https?:\/\/[^/?#{}\s]+(?=[/?#]|$)/.exec(call.url)?.[0];
  if (origin === undefined || !URL.canParse(call.url.replace(placeholder, 'x')))
    say('url', 'must begin with http:// or https:// and a fixed host');
  else if (new URL(origin).username !== '') say('url', 'may not carry a user or a password: use a header');
  const names = new Set(parameters.map((one) => one.name));
  if (names.size < parameters.length) say('parameters', 'two have the same name');
  for (const one of parameters)
    if (one.type === 'choice' && one.options.length === 0) say('parameters', `${one.name} has nothing to choose from`);
  const known = (name: string) =>
    ours.has(name) || name.startsWith('contact.fields.') || (name.startsWith('args.') && names.has(name.slice(5)));
  for (const name of [...placeholdersOf(call.url), ...placeholdersOf(call.body)])
    if (!known(name)) say('url', `nothing is known by the name ${name}`);
  for (const name of placeholdersOf(call.say))
    if (!known(name) && !(name.startsWith('result.') && name.slice(7) in call.result))
      say('say', `nothing is known by the name ${name}`);
  if (call.method === 'GET' && call.body !== null) say('body', 'a GET has none');
  const asksByCustomer = [...placeholdersOf(call.url), ...placeholdersOf(call.body)].some((name) =>
    name.startsWith('contact.'),
  );
  if (personal && call.owner === null && !asksByCustomer)
    say('owner', 'say where the answer tells whose it is, or ask with {{contact.phone}}');
  if (issues.length > 0) throw new Fault('invalid_input', 'the call cannot be made so', { issues });
}
