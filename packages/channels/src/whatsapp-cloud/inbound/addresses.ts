import type { ProviderProblem, SenderAddress } from '../../port/index.ts';
import { identifier, integer, listOf, type Obj, objectOf, objectOrEmpty, phone, text, word } from './values.ts';

/** Finds the `contacts` entry of a person. A lookup is made once per change, so that a thousand messages cost a thousand steps. */
export type ContactLookup = (waId: string | undefined, bsuid: string | undefined) => Obj | undefined;

const nobody: ContactLookup = () => undefined;

/** `people`: how many messages or statuses share the list. A single contact beside a single message is its sender, whatever the id says. */
export function contactLookup(contacts: unknown, people: number): ContactLookup {
  const list = listOf(contacts);
  if (list.length === 0) return nobody;
  if (list.length === 1) {
    const only = objectOf(list[0]);
    if (only === undefined) return nobody;
    return (waId, bsuid) => (people <= 1 || isSame(only, waId, bsuid) ? only : undefined);
  }
  const byId = new Map<string, Obj>();
  for (const item of list) {
    const contact = objectOf(item);
    if (contact === undefined) continue;
    const waId = phone(contact['wa_id']);
    const bsuid = identifier(contact['user_id']);
    if (waId !== undefined) byId.set(waId, contact);
    if (bsuid !== undefined) byId.set(bsuid, contact);
  }
  return (waId, bsuid) =>
    (waId === undefined ? undefined : byId.get(waId)) ?? (bsuid === undefined ? undefined : byId.get(bsuid));
}

const isSame = (contact: Obj, waId: string | undefined, bsuid: string | undefined) =>
  (waId !== undefined && phone(contact['wa_id']) === waId) || (bsuid !== undefined && contact['user_id'] === bsuid);

/** What the item itself says wins; its contact fills the gaps. */
export function addressOf(waId: unknown, bsuid: unknown, parentBsuid: unknown, lookup: ContactLookup): SenderAddress {
  const ownPhone = phone(waId);
  const ownId = identifier(bsuid);
  const contact = lookup(ownPhone, ownId);
  if (contact === undefined) return { waId: ownPhone, bsuid: ownId, parentBsuid: identifier(parentBsuid) };
  const profile = objectOrEmpty(contact['profile']);
  return {
    waId: ownPhone ?? phone(contact['wa_id']),
    bsuid: ownId ?? identifier(contact['user_id']),
    parentBsuid: identifier(parentBsuid) ?? identifier(contact['parent_user_id']),
    username: username(profile['username']),
    profileName: word(profile['name']),
  };
}

/** Some payloads carry the '@', some do not. */
function username(value: unknown): string | undefined {
  const found = word(value);
  return found?.startsWith('@') ? found.slice(1) || undefined : found;
}

export const isNobody = (address: SenderAddress) => address.waId === undefined && address.bsuid === undefined;

/** undefined when there are none, so that good messages carry nothing. */
export function problemsOf(value: unknown): ProviderProblem[] | undefined {
  const list = listOf(value);
  if (list.length === 0) return undefined;
  const problems: ProviderProblem[] = [];
  for (const item of list.slice(0, 20)) {
    const error = objectOf(item);
    if (error === undefined) continue;
    problems.push({
      code: integer(error['code']),
      title: word(error['title']) ?? word(error['message']),
      details: text(objectOrEmpty(error['error_data'])['details'], 2_000) ?? text(error['details'], 2_000),
    });
  }
  return problems.length === 0 ? undefined : problems;
}
