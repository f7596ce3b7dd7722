import type { AccountFact, TemplateFact } from '../../port/index.ts';
import { contactLookup, problemsOf } from './addresses.ts';
import { parseAccount, parseGroups, parseTemplate } from './events/parse-account.ts';
import { parseCalls } from './events/parse-calls.ts';
import { parseAutomaticEvents, parseContactSync, parseHandovers, parsePreferences } from './events/parse-people.ts';
import { parseStatuses } from './events/parse-statuses.ts';
import { parseEchoes } from './messages/parse-echoes.ts';
import { parseHistory } from './messages/parse-history.ts';
import { parseMessages } from './messages/parse-messages.ts';
import { type Place, unknown } from './place.ts';
import { listOf, type Obj } from './values.ts';

const accountFields: ReadonlyMap<string, AccountFact['change']> = new Map([
  ['account_update', 'account'],
  ['account_alerts', 'alert'],
  ['account_review_update', 'review'],
  ['phone_number_quality_update', 'number-quality'],
  ['phone_number_name_update', 'number-name'],
  ['business_capability_update', 'capability'],
  ['security', 'security'],
  ['payment_configuration_update', 'payment-configuration'],
  ['business_username_update', 'username'],
  ['partner_solutions', 'partner-solution'],
  ['flows', 'flow'],
]);

const templateFields: ReadonlyMap<string, TemplateFact['change']> = new Map([
  ['message_template_status_update', 'status'],
  ['message_template_quality_update', 'quality'],
  ['message_template_components_update', 'components'],
  ['template_category_update', 'category'],
]);

const groupFields: ReadonlyMap<string, 'lifecycle' | 'participants' | 'settings' | 'status'> = new Map([
  ['group_lifecycle_update', 'lifecycle'],
  ['group_participants_update', 'participants'],
  ['group_participant_update', 'participants'],
  ['group_settings_update', 'settings'],
  ['group_status_update', 'status'],
]);

/** Which family reads which field of the subscription. */
export function parseField(value: Obj, place: Place): void {
  switch (place.field) {
    case 'messages':
    case 'smb_message_echoes':
    case 'message_echoes':
    case 'standby':
    case 'calls':
      return parseConversation(value, place);
    case 'history':
      return parseHistory(value, place);
    case 'smb_app_state_sync':
      return needing('state_sync', parseContactSync, value, place);
    case 'user_preferences':
      return needing('user_preferences', parsePreferences, value, place);
    case 'automatic_events':
      return needing('automatic_events', parseAutomaticEvents, value, place);
    case 'messaging_handovers':
      return parseHandovers(value, place);
    default:
      return parseEvent(value, place);
  }
}

/** What is said in conversations. Any of the lists may come under any of these fields, so all are looked for. */
function parseConversation(value: Obj, place: Place): void {
  const before = place.facts.length;
  const { messages, statuses, message_echoes: echoes } = value;
  const people = listOf(messages).length + listOf(statuses).length + listOf(echoes).length;
  const lookup = contactLookup(value['contacts'], people);
  if (messages !== undefined) parseMessages(messages, lookup, place);
  if (echoes !== undefined) parseEchoes(echoes, lookup, place);
  if (statuses !== undefined) parseStatuses(statuses, lookup, place);
  if (value['calls'] !== undefined) parseCalls(value, place);
  const errors = problemsOf(value['errors']);
  if (errors !== undefined) {
    const { accountId, phoneNumberId, standby } = place;
    place.facts.push({ fact: 'problem', accountId, phoneNumberId, standby, errors });
  }
  if (place.facts.length === before && people === 0) unknown(place, 'nothing known inside', value);
}

function parseEvent(value: Obj, place: Place): void {
  const account = accountFields.get(place.field);
  if (account !== undefined) return parseAccount(account, value, place);
  const template = templateFields.get(place.field);
  if (template !== undefined) return parseTemplate(template, value, place);
  const group = groupFields.get(place.field);
  if (group !== undefined) {
    return needing('groups', (found, where) => parseGroups(group, found, where), value, place);
  }
  unknown(place, 'field is not known', value);
}

/** A list that should be there and is not would otherwise vanish without a trace. */
function needing(list: string, parse: (value: Obj, place: Place) => void, value: Obj, place: Place): void {
  if (value[list] === undefined || value[list] === null) unknown(place, `${list} is missing`, value);
  else parse(value, place);
}
