import { addressOf, contactLookup, isNobody } from '../addresses.ts';
import { cleanJson } from '../clean-json.ts';
import { eachItem, type Place } from '../place.ts';
import { identifier, listOf, moment, number, type Obj, objectOrEmpty, phone, text, word } from '../values.ts';

/** The person stopped, or allowed again, marketing messages in WhatsApp itself. */
export function parsePreferences(value: Obj, place: Place): void {
  const lookup = contactLookup(value['contacts'], listOf(value['user_preferences']).length);
  eachItem(value['user_preferences'], 'user_preferences', place, (preference) => {
    const from = addressOf(preference['wa_id'], preference['user_id'], preference['parent_user_id'], lookup);
    if (isNobody(from)) return 'preference of nobody';
    const wants = preference['value'];
    if (wants !== 'stop' && wants !== 'resume') return `preference '${word(wants, 64)}' is not known`;
    place.facts.push({
      fact: 'preference',
      accountId: place.accountId,
      phoneNumberId: place.phoneNumberId,
      from,
      at: moment(preference['timestamp']),
      category: word(preference['category']),
      wants,
      detail: text(preference['detail'], 2_000),
    });
    return undefined;
  });
}

/** The address book of the phone app. */
export function parseContactSync(value: Obj, place: Place): void {
  eachItem(value['state_sync'], 'state_sync', place, (item) => {
    if (item['type'] !== 'contact') return `sync of '${word(item['type'], 64)}' is not known`;
    const contact = objectOrEmpty(item['contact']);
    const person = {
      waId: phone(contact['phone_number']),
      bsuid: identifier(contact['user_id']),
      parentBsuid: identifier(contact['parent_user_id']),
      username: word(contact['username']),
    };
    if (isNobody(person)) return 'contact without a phone';
    place.facts.push({
      fact: 'contact-sync',
      accountId: place.accountId,
      phoneNumberId: place.phoneNumberId,
      action: item['action'] === 'remove' ? 'remove' : 'save',
      person,
      fullName: word(contact['full_name']),
      firstName: word(contact['first_name']),
      at: moment(objectOrEmpty(item['metadata'])['timestamp']),
    });
    return undefined;
  });
}

export function parseAutomaticEvents(value: Obj, place: Place): void {
  eachItem(value['automatic_events'], 'automatic_events', place, (item) => {
    const providerId = identifier(item['id']);
    const event = word(item['event_name']);
    if (providerId === undefined || event === undefined) return 'event without an id or a name';
    const custom = objectOrEmpty(item['custom_data']);
    place.facts.push({
      fact: 'automatic-event',
      accountId: place.accountId,
      phoneNumberId: place.phoneNumberId,
      providerId,
      event,
      at: moment(item['timestamp']),
      clickId: word(item['ctwa_clid'], 1_024),
      value: number(custom['value']),
      currency: word(custom['currency'], 8),
    });
    return undefined;
  });
}

/** Who answers changed hands. Meta's page gives no full example: the person is looked for where Messenger's and the vendors' bodies have it. */
export function parseHandovers(value: Obj, place: Place): void {
  const list = value['messaging_handovers'] ?? value['handovers'] ?? [value];
  eachItem(list, 'messaging_handovers', place, (item) => {
    const sender = objectOrEmpty(item['sender']);
    const lookup = contactLookup(value['contacts'], listOf(list).length);
    place.facts.push({
      fact: 'handover',
      accountId: place.accountId,
      phoneNumberId: place.phoneNumberId,
      standby: place.standby,
      person: addressOf(
        sender['phone_number'] ?? sender['wa_id'] ?? item['wa_id'] ?? item['from'],
        sender['user_id'] ?? item['user_id'] ?? item['from_user_id'],
        sender['parent_user_id'] ?? item['parent_user_id'],
        lookup,
      ),
      at: moment(item['timestamp'] ?? place.entryTime),
      event: word(item['event'] ?? item['type']) ?? eventKey(item),
      detail: cleanJson(item),
    });
    return undefined;
  });
}

/** Messenger names the event by the key that is there. */
const eventKey = (item: Obj) => Object.keys(item).find((key) => /control/.test(key) && key.length <= 64);
