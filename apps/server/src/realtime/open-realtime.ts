import type { Server as HttpServer } from 'node:http';
import { chooseLanguage } from '@balcao/contract';
import type { DbCtx } from '@balcao/db';
import { toProblem } from '@balcao/kernel';
import { Server } from 'socket.io';
import type { Bus, BusHealth, Word } from './across/bus.ts';
import { openBus } from './across/open-bus.ts';
import { type Feeds, openFeeds } from './feed/open-feeds.ts';
import { openPresence } from './presence/open-presence.ts';
import { createCustomerTeller } from './presence/tell-customer.ts';
import { readDesk } from './read-desk.ts';
import type { Seat } from './seat.ts';
import { identify } from './sockets/identify.ts';
import type { RealtimeServer, RealtimeSocket } from './sockets/realtime-socket.ts';
import { createSeats } from './sockets/seats.ts';
import { serveSocket } from './sockets/serve-socket.ts';
import { createSocketOutlet } from './sockets/socket-outlet.ts';
import { watchSessions } from './sockets/watch-sessions.ts';

export interface Realtime {
  health(): { readonly sockets: number; readonly across: BusHealth };
  close(): Promise<void>;
}

/** Screens ask little; a request larger than this is none of theirs. */
const MAX_REQUEST_BYTES = 16 * 1024;

/** Socket.IO at /realtime: what happened reaches every screen that may see it, whichever process it hangs on. */
export async function openRealtime(ctx: DbCtx, http: HttpServer): Promise<Realtime> {
  const io: RealtimeServer = new Server({
    path: '/realtime',
    serveClient: false,
    maxHttpBufferSize: MAX_REQUEST_BYTES,
    connectTimeout: 10_000,
    transports: ['websocket', 'polling'],
  });
  const processId = ctx.ids.uuid();
  const outlet = createSocketOutlet(io, ctx);
  const seats = createSeats(ctx);
  const feeds = openFeeds(ctx, {
    reads: readDesk,
    outlet,
    reseat: (those, events) => seats.decideAgain(those, events),
  });
  const bus: Bus = await openBus(ctx, io, processId, (word) => hear(word));
  const presence = openPresence(ctx, {
    processId,
    tell: (workspaceId) => bus.tell({ kind: 'presence', workspaceId }),
    show: (workspaceId, changes) =>
      outlet.send(
        followersOf(feeds, workspaceId, ({ seat }) => seat.scopes.has('people:read')),
        'presence',
        changes,
      ),
  });

  const tellCustomer = createCustomerTeller(ctx);

  function hear(word: Word, except?: string): void {
    if (word.kind === 'presence') return presence.look(word.workspaceId);
    const { conversationId, by, on } = word;
    const those = followersOf(feeds, word.workspaceId, (one) => one.id !== except && one.watching.has(conversationId));
    outlet.send(those, 'typing', { conversationId, by, on });
  }

  io.use((socket, admit) => {
    void letIn(ctx, socket).then(admit);
  });
  io.on('connection', (socket) =>
    serveSocket(
      ctx,
      {
        feeds,
        presence,
        seated: seats.take,
        left: seats.leave,
        typing({ id, seat }, conversationId, on) {
          if (seat.by.kind !== 'member') return;
          const word: Word = { kind: 'typing', workspaceId: seat.workspaceId, conversationId, by: seat.by.id, on };
          if (on) tellCustomer(seat, conversationId);
          hear(word, id);
          bus.tell(word);
        },
      },
      socket,
    ),
  );
  const unwatch = await watchSessions(ctx, io);
  const sockets = () => io.sockets.sockets.size;
  ctx.metrics.gauge('balcao_realtime_sockets', 'Screens and programs that follow what happens.', [], (gauge) =>
    gauge.set({}, sockets()),
  );
  io.attach(http);

  return {
    health: () => ({ sockets: sockets(), across: bus.health() }),
    async close() {
      await unwatch();
      await feeds.close();
      await presence.close();
      // The transports only: whom the server itself disconnects does not come back by itself.
      io.engine.close();
      await bus.close();
    },
  };
}

/** Undefined: come in. Otherwise why not, as a screen can show it. */
async function letIn(ctx: DbCtx, socket: RealtimeSocket): Promise<Error | undefined> {
  try {
    socket.data.identity = await identify(ctx, socket.request, socket.handshake.auth);
    return undefined;
  } catch (error) {
    const problem = toProblem(error, chooseLanguage(socket.request.headers['accept-language']));
    return Object.assign(new Error(problem.code), { data: problem });
  }
}

function followersOf(
  feeds: Feeds,
  workspaceId: string,
  chosen: (one: { readonly id: string; readonly seat: Seat; readonly watching: ReadonlySet<string> }) => boolean,
): string[] {
  return [...(feeds.known(workspaceId)?.subscribers ?? [])]
    .filter((one) => one.mode === 'desk' && chosen(one))
    .map(({ id }) => id);
}
