import type { AccountFact, TemplateFact } from '../../../port/index.ts';
import { cleanJson } from '../clean-json.ts';
import { eachItem, type Place } from '../place.ts';
import { identifier, integer, moment, type Obj, objectOrEmpty, phone, word } from '../values.ts';

/** What happened to the account or its numbers; the number clinic shows it. */
export function parseAccount(change: AccountFact['change'], value: Obj, place: Place): void {
  const alert = objectOrEmpty(value['alert_info'] ?? value);
  place.facts.push({
    fact: 'account',
    accountId: place.accountId,
    phoneNumberId: place.phoneNumberId,
    change,
    event: eventOf(change, value, alert),
    at: moment(value['timestamp'] ?? place.entryTime),
    displayPhone: phone(value['display_phone_number']),
    messagingLimit: messagingLimit(value),
    severity: word(alert['alert_severity'], 64),
    detail: cleanJson(value),
  });
}

function eventOf(change: AccountFact['change'], value: Obj, alert: Obj): string | undefined {
  if (change === 'alert') return word(alert['alert_type']);
  return word(value['event']) ?? word(value['decision']) ?? word(value['status']);
}

/** 'TIER_10K', a number of people per day, or -1 for no limit: three ways of saying one thing. */
function messagingLimit(value: Obj): number | undefined {
  const said =
    value['max_daily_conversations_per_business'] ??
    value['max_daily_conversation_per_phone'] ??
    value['current_limit'];
  const tier = typeof said === 'string' ? /^TIER_(\d{1,6})(K?)$/.exec(said) : null;
  if (tier !== null) return Number(tier[1]) * (tier[2] === 'K' ? 1_000 : 1);
  return said === 'TIER_UNLIMITED' || said === 'UNLIMITED' ? -1 : integer(said);
}

export function parseTemplate(change: TemplateFact['change'], value: Obj, place: Place): void {
  place.facts.push({
    fact: 'template',
    accountId: place.accountId,
    phoneNumberId: place.phoneNumberId,
    change,
    templateId: identifier(value['message_template_id']),
    name: identifier(value['message_template_name']),
    language: word(value['message_template_language'], 64),
    at: moment(place.entryTime),
    status: change === 'status' ? word(value['event'], 64) : undefined,
    reason: word(value['reason']) ?? word(objectOrEmpty(value['rejection_info'])['reason']),
    category: word(value['new_category'] ?? value['message_template_category'] ?? value['correct_category'], 64),
    previousCategory: word(value['previous_category'], 64),
    quality: word(value['new_quality_score'], 64),
    previousQuality: word(value['previous_quality_score'], 64),
    detail: cleanJson(value),
  });
}

export function parseGroups(
  change: 'lifecycle' | 'participants' | 'settings' | 'status',
  value: Obj,
  place: Place,
): void {
  eachItem(value['groups'], 'groups', place, (group) => {
    place.facts.push({
      fact: 'group',
      accountId: place.accountId,
      phoneNumberId: place.phoneNumberId,
      change,
      groupId: identifier(group['group_id']),
      event: word(group['type']),
      at: moment(group['timestamp'] ?? place.entryTime),
      detail: cleanJson(group),
    });
    return undefined;
  });
}
