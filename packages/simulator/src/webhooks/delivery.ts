import type { Update } from './compose-webhook.ts';

export type DeliveryState = 'waiting' | 'delivered' | 'given-up' | 'dropped' | 'nowhere';

/** One webhook body and what became of it. */
export interface Delivery {
  id: string;
  phoneNumberId: string;
  at: number;
  body: string;
  fields: string[];
  /** Bubbles that it is about. */
  messageIds: string[];
  state: DeliveryState;
  attempts: { at: number; status: number | null; ms: number; error?: string }[];
}

/** Posts updates until they are taken. */
export interface Webhooks {
  /** Nothing held back, under way or waiting for another try. */
  readonly idle: boolean;
  add(update: Update): void;
  list(): Delivery[];
  replay(id: string): Delivery | undefined;
  clear(): void;
}

/** What a page needs of a webhook: not its body. */
export function summary(delivery: Delivery): object {
  const { id, phoneNumberId, at, fields, messageIds, state, attempts } = delivery;
  return { id, phoneNumberId, at, fields, messageIds, state, attempts };
}
