import type { ChatMessage, DraftInput } from '@balcao/simulator';
import { expect } from 'vitest';
import type { SimulatedLine } from './start-simulated-line.ts';

/** A customer with a telephone in hand, and what it shows. */
export interface CustomerInHand {
  readonly id: string;
  write(draft: DraftInput | string): ChatMessage;
  /** What the business said since the last look; waits until there are `count` more. */
  hears(count: number): Promise<string[]>;
  last(): ChatMessage;
}

export function addCustomerTo(line: SimulatedLine, name: string, phone: string): CustomerInHand {
  const { simulator, number } = line;
  const { id } = simulator.addCustomer({ name, phone });
  let seen = 0;
  const said = () => simulator.messages().filter((one) => one.customerId === id && one.author === 'business');
  return {
    id,
    write: (draft) =>
      simulator.write(number.phoneNumberId, id, typeof draft === 'string' ? { kind: 'text', body: draft } : draft),
    async hears(count) {
      await expect.poll(() => said().length, { timeout: 10_000, interval: 20 }).toBeGreaterThanOrEqual(seen + count);
      const fresh = said().slice(seen);
      seen += fresh.length;
      return fresh.map(wordsOf);
    },
    last: () => said().at(-1) as ChatMessage, // asked for after hears()
  };
}

interface Said {
  readonly text?: { readonly body: string };
  readonly interactive?: { readonly type: string; readonly body: { readonly text: string } };
}

function wordsOf({ content }: ChatMessage): string {
  const { text, interactive } = content as Said; // what the business sends in these tests
  return interactive === undefined ? (text?.body ?? '') : `${interactive.type}: ${interactive.body.text}`;
}
