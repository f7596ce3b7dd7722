import type { Answer, SubscribeAnswer } from '@balcao/contract';
import { logReads } from '@balcao/core/access';
import { parseCursor } from '@balcao/core/ledger';
import { type DbCtx, inWorkspace, withWorkspace } from '@balcao/db';
import { deriveCtx, Fault, toFault, toProblem } from '@balcao/kernel';
import { placesOf } from '../feed/desk-reads.ts';
import type { Feeds } from '../feed/open-feeds.ts';
import type { Subscriber } from '../feed/subscriber.ts';
import type { Presence } from '../presence/open-presence.ts';
import { maySee, type Seat, viewOf } from '../seat.ts';
import { fromOf } from './from-of.ts';
import { seatIn } from './identify.ts';
import type { RealtimeSocket } from './realtime-socket.ts';
import {
  parseRequest,
  presenceRequest,
  subscribeRequest,
  typingRequest,
  WATCHED_AT_MOST,
  watchRequest,
} from './requests.ts';

export interface ServeParts {
  readonly feeds: Feeds;
  readonly presence: Presence;
  /** To the others who have the conversation on their screen, in every process. */
  typing(from: Subscriber, conversationId: string, on: boolean): void;
  seated(socket: RealtimeSocket, subscriber: Subscriber): void;
  left(subscriber: Subscriber): void;
}

/** A page says a few things a second; more is none of ours. */
const REQUESTS_AT_MOST = 60;
const WITHIN_MS = 5_000;

/** What a socket may ask, one thing after the other. */
export function serveSocket(ctx: DbCtx, parts: ServeParts, socket: RealtimeSocket): void {
  const { identity } = socket.data;
  let subscriber: Subscriber | undefined;
  let turn: Promise<void> = Promise.resolve();
  let [asked, since] = [0, ctx.clock.monotonic()];
  const typing = new Set<string>();

  function leave(): void {
    const leaving = subscriber;
    if (leaving === undefined) return;
    subscriber = undefined;
    const { workspaceId, by } = leaving.seat;
    for (const id of typing) parts.typing(leaving, id, false);
    typing.clear();
    parts.left(leaving);
    parts.feeds.known(workspaceId)?.leave(leaving.id);
    parts.feeds.tidy(workspaceId);
    if (by.kind === 'member') parts.presence.leave(workspaceId, by.id, socket.id);
  }

  /** In the order they were asked. `refused` tells whoever waits for an answer. */
  function next(work: () => Promise<void>, refused: (error: unknown) => void = () => undefined): void {
    const now = ctx.clock.monotonic();
    if (now - since > WITHIN_MS) [asked, since] = [0, now];
    if (++asked > REQUESTS_AT_MOST) return void socket.disconnect(true);
    turn = turn.then(async () => {
      try {
        if (socket.connected) await work();
      } catch (error) {
        if (toFault(error).code === 'internal') ctx.log.error({ err: error }, 'a socket could not be served');
        refused(error);
      }
    });
  }
  const refuse = (answer: (answer: Answer & SubscribeAnswer) => void) => (error: unknown) => {
    if (typeof answer === 'function') answer({ ok: false, problem: toProblem(error, identity.language) });
  };

  async function visible(seat: Seat, conversationIds: readonly string[]): Promise<string[]> {
    if (conversationIds.length === 0) return [];
    const inside = inWorkspace(ctx, seat.workspaceId);
    const places = await withWorkspace(inside, (tx) => placesOf(inside, tx, conversationIds));
    return conversationIds.filter((id) => places.has(id) && maySee(seat, places.get(id)));
  }

  /** Whoever watches a talk reads it: that stands in the log of access, as it does when it is asked for. */
  function tellOfReading({ workspaceId, by, scopes }: Seat, conversationId: string): void {
    if (!scopes.has('messages:read')) return;
    const actor = { kind: by.kind === 'member' ? 'person' : 'api_key', id: by.id } as const;
    const read = { action: 'read.messages', subjectKind: 'conversation', subjectId: conversationId } as const;
    logReads(inWorkspace(deriveCtx(ctx, { actor }), workspaceId), [read], fromOf(ctx, socket));
  }

  async function subscribe(given: unknown, answer: (answer: SubscribeAnswer) => void): Promise<void> {
    const { workspace, after, mode, watching } = parseRequest(subscribeRequest, given);
    if (after !== undefined) parseCursor(after); // one that the ledger never gave is refused here, not in the feed
    leave();
    const seat = await seatIn(ctx, identity, workspace);
    const needed = mode === 'raw' ? 'ledger:read' : 'tickets:read';
    if (!seat.scopes.has(needed)) throw new Fault('forbidden', `following this needs ${needed}`, { scope: needed });
    const seen = await visible(seat, watching);
    if (!socket.connected) return;
    const joining: Subscriber = {
      id: socket.id,
      mode,
      seat,
      view: viewOf(seat),
      watching: new Set(seen),
      ahead: undefined,
    };
    subscriber = joining;
    parts.seated(socket, joining);
    if (seat.by.kind === 'member') parts.presence.set(workspace, seat.by.id, socket.id, 'online');
    const { feed, wake } = parts.feeds.of(workspace);
    feed.join(joining, after || undefined, (cursor) => {
      if (typeof answer === 'function') answer({ ok: true, cursor });
    });
    wake();
  }

  socket.on('subscribe', (given, answer) => next(() => subscribe(given, answer), refuse(answer)));
  socket.on('watch', (given, answer) =>
    next(async () => {
      const { conversationId } = parseRequest(watchRequest, given);
      if (subscriber === undefined) throw new Fault('conflict', 'subscribe first');
      if (subscriber.watching.size >= WATCHED_AT_MOST && !subscriber.watching.has(conversationId))
        throw new Fault('over_limit', `at most ${WATCHED_AT_MOST} conversations are watched at once`);
      if ((await visible(subscriber.seat, [conversationId])).length === 0)
        throw new Fault('not_found', 'there is no such conversation');
      subscriber?.watching.add(conversationId);
      if (subscriber) tellOfReading(subscriber.seat, conversationId);
      if (typeof answer === 'function') answer({ ok: true });
    }, refuse(answer)),
  );
  socket.on('unwatch', (given) =>
    next(async () => {
      const { conversationId } = parseRequest(watchRequest, given);
      subscriber?.watching.delete(conversationId);
      if (typing.delete(conversationId) && subscriber) parts.typing(subscriber, conversationId, false);
    }),
  );
  socket.on('typing', (given) =>
    next(async () => {
      const { conversationId, on } = parseRequest(typingRequest, given);
      if (!subscriber?.watching.has(conversationId)) return;
      if (on) typing.add(conversationId);
      else if (!typing.delete(conversationId)) return;
      parts.typing(subscriber, conversationId, on);
    }),
  );
  socket.on('presence', (given) =>
    next(async () => {
      const { state } = parseRequest(presenceRequest, given);
      if (subscriber?.seat.by.kind !== 'member') return;
      parts.presence.set(subscriber.seat.workspaceId, subscriber.seat.by.id, socket.id, state);
    }),
  );
  socket.on('disconnect', leave);
}
