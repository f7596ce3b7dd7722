import { compareCursors, type LedgerEvent } from '@balcao/core/ledger';
import { maySee } from '../seat.ts';
import { compose, composeWatched, type Facts, toRaw, verdicts } from './compose.ts';
import type { Digest } from './digest.ts';
import type { Outlet, Subscriber } from './subscriber.ts';

/** Events of the ledger that follow one another; digested when a screen is told of them. */
export interface Run {
  readonly events: readonly LedgerEvent[];
  readonly digest?: Digest | undefined;
}

/** A run of events to those who stand at `from`: what is on their screens first, then what all see. */
export function tellRun(outlet: Outlet, to: readonly Subscriber[], run: Run, facts: Facts, from: string): void {
  if (run.events.length === 0) return;
  const raw = to.filter(({ mode }) => mode === 'raw');
  if (raw.length > 0) tellRaw(outlet, raw, run.events, facts);
  if (run.digest === undefined) return;
  const desk = to.filter(({ mode }) => mode === 'desk');
  tellWatchers(outlet, desk, run.digest, facts, from);
  for (const [letters, those] of groupByVerdicts(desk, run.digest, facts)) {
    const events = compose(run.digest, facts, letters);
    if (events.length > 0) outlet.send(those, 'events', events);
  }
}

const idsOf = (those: readonly Subscriber[]) => those.map(({ id }) => id);

function tellRaw(outlet: Outlet, to: readonly Subscriber[], events: readonly LedgerEvent[], facts: Facts): void {
  for (const event of events) {
    const { conversationId, cursor } = event;
    const those = to.filter((one) => {
      if (one.ahead !== undefined && compareCursors(cursor, one.ahead) <= 0) return false;
      one.ahead = undefined;
      return conversationId === null || maySee(one.seat, facts.places.get(conversationId));
    });
    if (those.length > 0) outlet.send(idsOf(those), 'event', toRaw(event));
  }
}

function tellWatchers(outlet: Outlet, to: readonly Subscriber[], run: Digest, facts: Facts, from: string): void {
  const watching = to.filter((one) => one.watching.size > 0);
  if (watching.length === 0) return;
  for (const [conversationId, watched] of Map.groupBy(run.watched, (one) => one.conversationId)) {
    const place = facts.places.get(conversationId);
    const watchers = watching.filter((one) => one.watching.has(conversationId));
    for (const one of watchers) if (!maySee(one.seat, place)) one.watching.delete(conversationId);
    const seeing = watchers.filter((one) => one.watching.has(conversationId));
    // Messages are for those who may read messages; the others are told what happens with the ticket.
    for (const reads of [true, false])
      for (const [language, those] of Map.groupBy(
        seeing.filter(({ seat }) => seat.scopes.has('messages:read') === reads),
        ({ seat }) => seat.language,
      )) {
        const told = reads ? watched : watched.filter(({ kind }) => kind !== 'message');
        const events = composeWatched(told, facts, language, from);
        if (events.length > 0) outlet.send(idsOf(those), 'events', events);
      }
  }
}

/** Who may see the same is told by one packet; of those with the same view only one is asked. */
function groupByVerdicts(to: readonly Subscriber[], run: Digest, facts: Facts): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const those of Map.groupBy(to, ({ view }) => view).values()) {
    const [first] = those;
    if (first === undefined) continue;
    const letters = verdicts(run, facts, first.seat);
    groups.set(letters, [...(groups.get(letters) ?? []), ...idsOf(those)]);
  }
  return groups;
}
