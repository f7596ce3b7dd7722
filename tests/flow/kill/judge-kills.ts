import { type Book, type Quantiles, quantiles } from '../../../bench/load/index.ts';
import type { KillKind, StoredMessage } from './victim.ts';

export interface Kill {
  readonly kind: KillKind;
  readonly at: number;
  readonly backAt: number;
  /** Of the recovery alone, without the moment until somebody notices. */
  readonly backMs: number;
}

export interface KillReport {
  readonly rounds: number;
  readonly asked: number;
  readonly acknowledged: number;
  /** Acknowledged, but not in the store. */
  readonly notStored: number;
  readonly storedTwice: number;
  /** Acknowledged and never answered. */
  readonly lost: number;
  /** Second copies that had to be: the send was under way when the kill came, and the Graph API has no idempotency key. */
  readonly doubledInFlight: number;
  /** Second copies without that excuse. */
  readonly doubled: number;
  /** Two replies of ours for one message: never, whatever was killed. */
  readonly answeredByTwoRows: number;
  readonly disordered: number;
  readonly misdirected: number;
  readonly strange: number;
  readonly unsettled: number;
  readonly backMs: Quantiles;
}

const settled = new Set(['accepted', 'held', 'sent', 'delivered', 'read', 'played']);
/** A send is given up after this long; what was accepted within it before a kill may not have been heard. */
const IN_FLIGHT_MS = 1_000;

function countBy<T>(items: readonly T[], key: (item: T) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const name = key(item);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

export function judgeKills(book: Book, kills: readonly Kill[], stored: readonly StoredMessage[]): KillReport {
  const inbound = countBy(
    stored.filter(({ direction }) => direction === 'in'),
    ({ providerId }) => providerId,
  );
  const outbound = stored.filter(({ direction }) => direction === 'out');
  const replies = countBy(outbound, ({ text }) => /\[[^\]]+-\d+\]/.exec(text)?.[0]);
  const acknowledged = book.questions.filter(({ ackedAt }) => !Number.isNaN(ackedAt));
  const wasInFlight = (at: number) => kills.some((kill) => at >= kill.at - IN_FLIGHT_MS && at <= kill.backAt);
  let doubled = 0;
  let doubledInFlight = 0;
  for (const { copies } of book.questions) {
    const [first, ...more] = copies;
    if (first === undefined || more.length === 0) continue;
    if (wasInFlight(first.at) && more.every(({ tag }) => tag === first.tag)) doubledInFlight += more.length;
    else doubled += more.length;
  }
  const totals = book.totals();
  return {
    rounds: kills.length,
    asked: totals.asked,
    acknowledged: acknowledged.length,
    notStored: acknowledged.filter(({ wamid }) => !inbound.has(wamid)).length,
    storedTwice: [...inbound.values()].filter((count) => count > 1).length,
    lost: totals.lost,
    doubledInFlight,
    doubled,
    answeredByTwoRows: [...replies.values()].filter((count) => count > 1).length,
    disordered: totals.disordered,
    misdirected: totals.misdirected,
    strange: totals.strange,
    unsettled: outbound.filter(({ status }) => !settled.has(status)).length,
    backMs: quantiles(kills.map((kill) => kill.backMs)),
  };
}
