import type { Language } from '@balcao/contract';
import { compareCursors, type LedgerEvent, ledgerHead, readAfter, readBack } from '@balcao/core/ledger';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import type { Facts } from './compose.ts';
import type { DeskReads } from './desk-reads.ts';
import { type Digest, digest } from './digest.ts';
import { enrich } from './enrich.ts';
import { Places } from './places.ts';
import { REMEMBERED, Recent } from './recent.ts';
import type { Outlet, Subscriber } from './subscriber.ts';
import { type Run, tellRun } from './tell-run.ts';

export interface FeedParts {
  readonly reads: DeskReads;
  readonly outlet: Outlet;
  /** Who works here, or in which department, changed: seats are decided again before anything more is told. Returns those that must read again. */
  reseat(subscribers: readonly Subscriber[], events: readonly LedgerEvent[]): Promise<ReadonlySet<Subscriber>>;
}

interface Joining {
  readonly subscriber: Subscriber;
  readonly after: string | undefined;
  admit(cursor: string): void;
}

/** What one step read; nothing of it counts before all of it is here. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly fresh: readonly LedgerEvent[];
  readonly more: boolean;
  /** The newest cursor that can exist; known when somebody has read further than this feed. */
  readonly head: string;
}

const EVENTS_PER_STEP = 500;
/** More than this is read again by the screen more cheaply than told. */
const CAUGHT_UP_AT_MOST = 300;
const aboutPeople = /^(?:member|role|api_key)\.|^(?:department|team)\.(?:members_set|archived)$/;

/** The one tail of a workspace's ledger in this process: read once, told to all who may see it. Steps never overlap. */
export class WorkspaceFeed {
  readonly #ctx: WorkspaceCtx;
  readonly #parts: FeedParts;
  readonly #live = new Map<string, Subscriber>();
  readonly #places = new Places();
  #joining: Joining[] = [];
  #position: string | undefined;
  #recent: Recent | undefined;

  constructor(ctx: WorkspaceCtx, parts: FeedParts) {
    this.#ctx = ctx;
    this.#parts = parts;
  }

  get position(): string | undefined {
    return this.#position;
  }

  get size(): number {
    return this.#live.size + this.#joining.length;
  }

  get subscribers(): Iterable<Subscriber> {
    return this.#live.values();
  }

  /** `admit` is called in the step that takes it in, right before the first packet. */
  join(subscriber: Subscriber, after: string | undefined, admit: (cursor: string) => void): void {
    this.#joining.push({ subscriber, after, admit });
  }

  leave(id: string): void {
    this.#live.delete(id);
    this.#joining = this.#joining.filter((one) => one.subscriber.id !== id);
  }

  /** A newer cursor for those who have had nothing to keep one from. */
  tellReached(): void {
    if (this.#position === undefined) return;
    this.#parts.outlet.send([...this.#live.keys()], 'reached', { cursor: this.#position });
  }

  /** Reads on and tells. True when there is more to read. When it throws, nothing was told and nothing is lost. */
  async step(): Promise<boolean> {
    const joining = [...this.#joining];
    const step = await this.#read(joining);
    const missed = this.#missedBy(joining, step);
    const live = [...this.#live.values()];
    const fresh = live.some(({ mode }) => mode === 'desk') ? digest(step.fresh) : undefined;
    const changed = await this.#reseat(step, joining);
    const facts = await this.#enrich(live, fresh, step, missed);
    // From here on nothing can fail, and nothing waits.
    for (const [id, place] of facts.places) this.#places.set(id, place);
    this.#position = step.to;
    this.#recent?.append(step.fresh);
    const still = live.filter(({ id }) => this.#live.has(id));
    tellRun(this.#parts.outlet, still, { events: step.fresh, digest: fresh }, facts, step.from);
    for (const one of joining) if (this.#joining.includes(one)) this.#admit(one, missed.get(one), facts, step);
    this.#joining = this.#joining.filter((one) => !joining.includes(one));
    const again = [...changed].map(({ id }) => id).filter((id) => this.#live.has(id));
    if (again.length > 0) this.#parts.outlet.send(again, 'resync', { cursor: step.to });
    return step.more || this.#joining.length > 0;
  }

  async #read(joining: readonly Joining[]): Promise<Step> {
    const afters = joining.flatMap(({ after }) => after ?? []);
    const { step, back } = await withWorkspace(this.#ctx, async (tx) => {
      const from = this.#position ?? (await ledgerHead(tx));
      const page = await readAfter(tx, from, EVENTS_PER_STEP);
      const start = this.#recent?.start ?? from;
      const oldest = afters.filter((after) => compareCursors(after, start) < 0).sort(compareCursors)[0];
      const back = oldest === undefined ? undefined : { oldest, ...(await readBack(tx, oldest, start, REMEMBERED)) };
      const ahead = afters.some((after) => compareCursors(after, page.cursor) > 0);
      const head = ahead ? await ledgerHead(tx) : page.cursor;
      return { step: { from, to: page.cursor, fresh: page.events, more: page.more, head }, back };
    });
    this.#position ??= step.from;
    this.#recent ??= new Recent(step.from);
    // What is older than the oldest asked for is not needed; when more lies between, only what was read is known.
    if (back?.whole) this.#recent.prepend(back.oldest, back.events);
    else if (back) this.#recent.prepend(back.events[0]?.cursor ?? this.#recent.start, back.events.slice(1));
    return step;
  }

  /** For each that comes back, what it missed, `step.fresh` included; undefined when that is too much, or its cursor is of another time. */
  #missedBy(joining: readonly Joining[], step: Step): Map<Joining, Run | undefined> {
    const runs = new Map<string, Run | undefined>();
    const missed = new Map<Joining, Run | undefined>();
    for (const one of joining) {
      if (one.after === undefined) continue;
      const key = `${one.subscriber.mode} ${one.after}`;
      if (!runs.has(key)) runs.set(key, this.#runAfter(one.after, step, one.subscriber.mode));
      missed.set(one, runs.get(key));
    }
    return missed;
  }

  #runAfter(after: string, step: Step, mode: 'raw' | 'desk'): Run | undefined {
    if (compareCursors(after, step.to) >= 0) return compareCursors(after, step.head) > 0 ? undefined : { events: [] };
    const known = this.#recent?.since(after);
    if (known === undefined) return undefined;
    const events = [...known, ...step.fresh.filter(({ cursor }) => compareCursors(cursor, after) > 0)];
    if (mode === 'raw') return { events };
    // It may see something else than when it left: what it has is not what it would read.
    if (events.some(({ type }) => aboutPeople.test(type))) return undefined;
    const digested = digest(events);
    return digested.conversations.size > CAUGHT_UP_AT_MOST ? undefined : { events, digest: digested };
  }

  #reseat(step: Step, joining: readonly Joining[]): Promise<ReadonlySet<Subscriber>> | ReadonlySet<Subscriber> {
    const news = step.fresh.filter(({ type }) => aboutPeople.test(type));
    if (news.length === 0) return new Set<Subscriber>();
    return this.#parts.reseat([...this.#live.values(), ...joining.map(({ subscriber }) => subscriber)], news);
  }

  #enrich(
    live: readonly Subscriber[],
    fresh: Digest | undefined,
    step: Step,
    missed: ReadonlyMap<Joining, Run | undefined>,
  ): Promise<Facts> {
    const runs = new Set([...missed.values()].flatMap((run) => run ?? []));
    const watched = new Map<string, Set<Language>>();
    for (const { watching, seat } of [...live, ...[...missed.keys()].map(({ subscriber }) => subscriber)])
      for (const id of watching) watched.set(id, (watched.get(id) ?? new Set()).add(seat.language));
    const raw = new Set<string>();
    const narrow = (one: Subscriber) => one.mode === 'raw' && one.seat.sees !== 'all';
    if (live.some(narrow)) addConversations(raw, step.fresh);
    for (const [{ subscriber }, run] of missed) if (run && narrow(subscriber)) addConversations(raw, run.events);
    return enrich(this.#ctx, this.#parts.reads, this.#places, {
      digests: [...(fresh ? [fresh] : []), ...[...runs].flatMap((run) => run.digest ?? [])],
      conversations: raw,
      watched: (id) => watched.get(id),
    });
  }

  #admit({ subscriber, after, admit }: Joining, run: Run | undefined, facts: Facts, step: Step): void {
    this.#live.set(subscriber.id, subscriber);
    admit(run === undefined || after === undefined ? step.to : after);
    if (after === undefined) return;
    if (run === undefined) return this.#parts.outlet.send([subscriber.id], 'resync', { cursor: step.to });
    tellRun(this.#parts.outlet, [subscriber], run, facts, after);
    if (compareCursors(after, step.to) > 0) subscriber.ahead = after;
  }
}

function addConversations(to: Set<string>, events: readonly LedgerEvent[]): void {
  for (const { conversationId } of events) if (conversationId !== null) to.add(conversationId);
}
