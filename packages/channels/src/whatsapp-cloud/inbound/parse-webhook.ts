import type { InboundFact } from '../../port/index.ts';
import { excerpt } from './clean-json.ts';
import { parseField } from './parse-field.ts';
import type { Place } from './place.ts';
import { identifier, type Obj, objectOf, objectOrEmpty, phone, word } from './values.ts';

/** Everything a webhook body says, in its order. Pure; never throws; each broken part becomes an 'unknown' fact and costs no neighbour. */
export function parseWebhook(body: unknown): InboundFact[] {
  const facts: InboundFact[] = [];
  const root = objectOf(body);
  if (root === undefined) lost(facts, 'body is not an object', 'body', body);
  else if (typeof root['object'] === 'string' && root['object'] !== 'whatsapp_business_account') {
    lost(facts, `object is '${word(root['object'], 64)}'`, 'object', root);
  } else if (!Array.isArray(root['entry'])) lost(facts, 'entry is not a list', 'entry', root);
  else for (let i = 0; i < root['entry'].length; i++) parseEntry(root['entry'][i], i, facts);
  return facts;
}

function parseEntry(value: unknown, entryIndex: number, facts: InboundFact[]): void {
  const entry = objectOf(value);
  if (entry === undefined) return lost(facts, 'entry is not an object', `entry[${entryIndex}]`, value);
  const accountId = identifier(entry['id']);
  if (!Array.isArray(entry['changes'])) {
    return lost(facts, 'changes is not a list', `entry[${entryIndex}]`, value, accountId);
  }
  for (let changeIndex = 0; changeIndex < entry['changes'].length; changeIndex++) {
    const change = objectOf(entry['changes'][changeIndex]);
    const content = objectOf(change?.['value']);
    if (change === undefined || content === undefined) {
      const path = `entry[${entryIndex}].changes[${changeIndex}]`;
      lost(
        facts,
        'change without a value',
        path,
        entry['changes'][changeIndex],
        accountId,
        word(change?.['field'], 64),
      );
    } else {
      const metadata = objectOrEmpty(content['metadata']);
      parseChangeOf(content, {
        facts,
        field: word(change['field'], 64) ?? '',
        entryIndex,
        changeIndex,
        accountId,
        phoneNumberId: identifier(metadata['phone_number_id']),
        ownPhone: phone(metadata['display_phone_number']),
        entryTime: entry['time'],
        standby: change['field'] === 'standby' ? true : undefined,
      });
    }
  }
}

/** The second belt: the readers do not throw, and should one, the other changes go on. */
function parseChangeOf(value: Obj, place: Place): void {
  try {
    parseField(value, place);
  } catch (error) {
    const path = `entry[${place.entryIndex}].changes[${place.changeIndex}]`;
    const reason = `parser failed: ${error instanceof Error ? error.message : 'not an Error'}`;
    lost(place.facts, reason, path, value, place.accountId, place.field);
  }
}

function lost(
  facts: InboundFact[],
  reason: string,
  path: string,
  value: unknown,
  accountId?: string,
  field: string | undefined = '',
): void {
  facts.push({ fact: 'unknown', accountId, field, reason, path, excerpt: excerpt(value) });
}
