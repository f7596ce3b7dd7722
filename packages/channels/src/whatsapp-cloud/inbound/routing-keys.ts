import type { RoutingKey } from '../../port/index.ts';
import { identifier, listOf, objectOrEmpty } from './values.ts';

/** Which numbers and accounts a body concerns, each once. Cheap: the gate calls it before it answers. */
export function routingKeys(body: unknown): RoutingKey[] {
  const keys: RoutingKey[] = [];
  const seen = new Set<string>();
  for (const entryValue of listOf(objectOrEmpty(body)['entry'])) {
    const entry = objectOrEmpty(entryValue);
    const accountId = identifier(entry['id']);
    for (const change of listOf(entry['changes'])) {
      const value = objectOrEmpty(objectOrEmpty(change)['value']);
      const phoneNumberId = identifier(objectOrEmpty(value['metadata'])['phone_number_id']);
      if (phoneNumberId === undefined && accountId === undefined) continue;
      const key = `${phoneNumberId ?? ''}\n${accountId ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      keys.push({ phoneNumberId, accountId });
    }
  }
  return keys;
}
