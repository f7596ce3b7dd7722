import type { InboundFact } from '../../port/index.ts';
import { excerpt } from './clean-json.ts';
import { type Obj, objectOf } from './values.ts';

/** Where the parser stands in the body, and where it puts what it finds. One per change. */
export interface Place {
  readonly facts: InboundFact[];
  readonly field: string;
  readonly entryIndex: number;
  readonly changeIndex: number;
  readonly accountId: string | undefined;
  readonly phoneNumberId: string | undefined;
  /** The business's own number, digits only: tells its messages from the customer's in a history. */
  readonly ownPhone: string | undefined;
  /** The entry's time: events of the account have no other. */
  readonly entryTime: unknown;
  readonly standby: true | undefined;
}

/** Calls `read` with every object of a list, each on its own: a bad one is recorded and its neighbours go on. */
export function eachItem(value: unknown, name: string, place: Place, read: (item: Obj) => string | undefined): void {
  if (value === undefined || value === null) return;
  if (!Array.isArray(value)) return unknown(place, `${name} is not a list`, value, name);
  for (let i = 0; i < value.length; i++) {
    const item = objectOf(value[i]);
    const reason = item === undefined ? 'not an object' : attempt(read, item);
    if (typeof reason === 'string') unknown(place, reason, value[i], `${name}[${i}]`);
  }
}

/** The readers do not throw; should one ever, the neighbours must not pay for it. */
function attempt(read: (item: Obj) => string | undefined, item: Obj): string | undefined {
  try {
    return read(item);
  } catch (error) {
    return `parser failed: ${error instanceof Error ? error.message : 'not an Error'}`;
  }
}

export function unknown(place: Place, reason: string, value: unknown, under = ''): void {
  place.facts.push({
    fact: 'unknown',
    accountId: place.accountId,
    phoneNumberId: place.phoneNumberId,
    standby: place.standby,
    field: place.field,
    reason,
    path: `entry[${place.entryIndex}].changes[${place.changeIndex}].value${under === '' ? '' : `.${under}`}`,
    excerpt: excerpt(value),
  });
}
