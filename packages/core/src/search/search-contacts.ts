import type { Tx } from '@balcao/db';
import { formatPhone, parsePhone } from '@balcao/kernel';
import { type MarkedText, markText } from './mark-text.ts';
import { readTyped } from './read-typed.ts';
import { type Eyes, findDigits, findKeys, findNames, showContacts } from './rows.ts';

export interface ContactHit {
  readonly contactId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly by: 'name' | 'phone';
  readonly match: MarkedText;
  readonly blocked: boolean;
  readonly conversationId: string | null;
  readonly ticketId: string | null;
}

interface Row extends Omit<ContactHit, 'by' | 'match' | 'phone'> {
  readonly e164: string | null;
  readonly value: string | null;
}

/** Of contacts: by a telephone in any spelling, by an e-mail address, or by any part of a name; beginnings of names first. */
export async function searchContacts(tx: Tx, q: string, limit: number, eyes: Eyes): Promise<ContactHit[]> {
  const typed = readTyped(q);
  const ids = await findContactIds(tx, q, limit);
  if (ids.length === 0) return [];
  const rows = await tx.rows<Row>(showContacts, [ids, eyes.departments, eyes.memberId]);
  return rows.map(({ e164, value, ...row }) => {
    const phone = shownPhone(e164, value);
    const byPhone = typed.digits !== undefined && phone !== null;
    const match = byPhone
      ? { text: phone, marks: markDigits(phone, typed.digits) }
      : { text: row.name ?? '', marks: markText(row.name ?? '', typed.words, true) };
    return { ...row, phone, by: byPhone ? ('phone' as const) : ('name' as const), match };
  });
}

export const shownPhone = (e164: string | null, value: string | null): string | null =>
  e164 === null ? value : formatPhone(e164);

interface Found {
  readonly id: string;
}

/** The contacts that a search is about, best first. */
export async function findContactIds(tx: Tx, q: string, limit: number): Promise<string[]> {
  const typed = readTyped(q);
  if (q.includes('@'))
    return (await tx.rows<Found>(findKeys, ['email', [q.trim().toLowerCase()], limit])).map(({ id }) => id);
  if (typed.digits === undefined) {
    const query = typed.query ?? `'${typed.whole.replace(/[^\p{L}\p{N}]/gu, '') || ' '}'`;
    const params = [typed.whole, typed.parts, query, limit];
    return (await tx.rows<Found>(findNames, params)).map(({ id }) => id);
  }
  const keys = keysOf(q, typed.digits);
  const exact = keys.length === 0 ? [] : await tx.rows<Found>(findKeys, ['phone', keys, limit]);
  const found = exact.length > 0 ? exact : await tx.rows<Found>(findDigits, [typed.digits, limit]);
  return found.map(({ id }) => id);
}

/** A line's eight digits (or nine) without its area: of all the areas there are. */
function keysOf(q: string, digits: string): string[] {
  const whole = parsePhone(q)?.key;
  if (whole !== undefined) return [whole];
  const line = /^9?(\d{8})$/.exec(digits)?.[1];
  if (line === undefined) return [];
  return areas.flatMap((area) => parsePhone(`${area}${line}`)?.key ?? []);
}

const areas = Array.from({ length: 89 }, (_, n) => String(n + 11));

/** Where the digits that were typed stand in a number as people write it; without country or ninth digit when it takes that. */
function markDigits(phone: string, digits: string): { from: number; to: number }[] {
  const places = [...phone].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const bare = places.map((at) => phone[at]).join('');
  for (const part of [digits, digits.replace(/^55/, ''), digits.slice(-8)]) {
    const at = bare.indexOf(part);
    if (at < 0 || part === '') continue;
    return [{ from: places[at] ?? 0, to: (places[at + part.length - 1] ?? 0) + 1 }];
  }
  return [];
}
