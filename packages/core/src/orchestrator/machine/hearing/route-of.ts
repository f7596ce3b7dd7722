import type { IntentRoute } from '../../../flows/index.ts';
import type { Making } from '../making.ts';

/** What the flow says that the understood intent leads to. */
export function routeOf({ facts }: Making): IntentRoute | undefined {
  const { understood, flow } = facts;
  const intents = flow?.assistant?.intents;
  if (understood?.sure !== true || intents === undefined) return undefined;
  return Object.hasOwn(intents, understood.intent) ? intents[understood.intent] : undefined;
}
