import type { ClientToServer, Cursor, DeskEvent, PresenceChange, ServerToClient, TypingChange } from '@balcao/contract';
import { io, type Socket } from 'socket.io-client';
import { createStore } from '../api/index.ts';

/*
 * One socket per tab. Screens read over HTTP and lay events over what they read; after every (re)connect we subscribe with the
 * last cursor, so what was missed comes first. `useDeskEvent` (hooks.ts) is how components listen.
 */
export type ConnectionState = 'off' | 'connecting' | 'live' | 'reconnecting';

export const connection = createStore<ConnectionState>('off');

type Listener<Value> = (value: Value) => void;

/** Who listens, by what it is about. */
function createBell<Value>() {
  const listeners = new Set<Listener<Value>>();
  return {
    listen(listener: Listener<Value>): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ring(value: Value): void {
      for (const listener of [...listeners]) listener(value);
    },
  };
}

export const deskEvents = createBell<DeskEvent>();
export const presenceChanges = createBell<PresenceChange>();
export const typingChanges = createBell<TypingChange>();
/** Too much was missed: everything is to be read again. */
export const resyncs = createBell<void>();
export const signOuts = createBell<void>();

let socket: Socket<ServerToClient, ClientToServer> | undefined;
let workspace: string | undefined;
let cursor: Cursor | undefined;
/** How many components watch each conversation. */
const watched = new Map<string, number>();

function subscribe(): void {
  if (!socket || workspace === undefined) return;
  const asked = workspace;
  const request = {
    workspace,
    mode: 'desk' as const,
    watching: [...watched.keys()],
    ...(cursor ? { after: cursor } : {}),
  };
  socket.emit('subscribe', request, (answer) => {
    if (asked !== workspace) return; // changed meanwhile: the new one subscribed for itself
    if (!answer.ok) return connection.set('off');
    const first = cursor === undefined;
    cursor ??= answer.cursor;
    connection.set('live');
    if (first) resyncs.ring();
  });
}

/** Begins for a company, or goes over to another one. */
export function openConnection(to: string): void {
  if (workspace === to && socket) return;
  closeConnection();
  workspace = to;
  connection.set('connecting');
  socket = io({
    path: '/realtime',
    transports: ['websocket', 'polling'],
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
  });
  socket.on('connect', subscribe);
  socket.on('disconnect', () => connection.set('reconnecting'));
  socket.on('connect_error', () => connection.set('reconnecting'));
  socket.on('events', (events) => {
    for (const event of events) {
      cursor = event.cursor;
      deskEvents.ring(event);
    }
  });
  socket.on('reached', (at) => {
    cursor = at.cursor;
  });
  socket.on('presence', (changes) => {
    for (const change of changes) presenceChanges.ring(change);
  });
  socket.on('typing', typingChanges.ring);
  socket.on('resync', (from) => {
    cursor = from.cursor;
    resyncs.ring();
  });
  socket.on('signed_out', () => {
    closeConnection();
    signOuts.ring();
  });
}

export function closeConnection(): void {
  socket?.removeAllListeners();
  socket?.disconnect();
  socket = undefined;
  workspace = undefined;
  cursor = undefined;
  connection.set('off');
}

/** The system says that the network is back: no need to wait for the next try. */
export function reconnectNow(): void {
  if (socket && !socket.connected) socket.connect();
}

export function watch(conversationId: string): () => void {
  const count = watched.get(conversationId) ?? 0;
  watched.set(conversationId, count + 1);
  if (count === 0 && socket?.connected) socket.emit('watch', { conversationId }, () => undefined);
  return () => {
    const left = (watched.get(conversationId) ?? 1) - 1;
    if (left > 0) return watched.set(conversationId, left);
    watched.delete(conversationId);
    return socket?.emit('unwatch', { conversationId });
  };
}

export const sayTyping = (conversationId: string, on: boolean): void => {
  socket?.volatile.emit('typing', { conversationId, on });
};

export const sayPresence = (state: 'online' | 'away'): void => {
  socket?.emit('presence', { state });
};
