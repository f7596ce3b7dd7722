import type { ClientToServer, DeskEvent, InboxItem, RawEvent, RealtimeMessage, ServerToClient } from '@balcao/contract';
import { io, type Socket } from 'socket.io-client';

export interface ScreenOptions {
  readonly mode: 'raw' | 'desk';
  readonly workspace: string;
  readonly token: string;
  /** Where to connect, asked anew each time. */
  url(): string;
  /** What the screen reads over HTTP when it begins, and when too much was missed. */
  readInbox(): Promise<readonly InboxItem[]>;
}

/** A screen, or a program that listens: keeps what it was told, and comes back with its cursor however it is thrown out. */
export interface Screen {
  readonly mode: 'raw' | 'desk';
  readonly cursors: readonly string[];
  /** Where it came in first. */
  readonly from: string | undefined;
  readonly items: ReadonlyMap<string, InboxItem>;
  readonly messages: ReadonlyMap<string, RealtimeMessage>;
  readonly resyncs: number;
  watch(conversationId: string): void;
  /** As a network does: without a word. */
  drop(): void;
  isLive(): boolean;
  close(): void;
}

export function openScreen(options: ScreenOptions): Screen {
  const { mode, workspace, token } = options;
  const cursors: string[] = [];
  const items = new Map<string, InboxItem>();
  const messages = new Map<string, RealtimeMessage>();
  const watching = new Set<string>();
  /** While a reading is under way, what comes is laid over it when it is there. */
  let reading: DeskEvent[] | undefined;
  let [from, cursor]: (string | undefined)[] = [];
  let socket: Socket<ServerToClient, ClientToServer> | undefined;
  let throwOut = (): void => undefined;
  let [live, closed, resyncs] = [false, false, 0];

  function apply(event: DeskEvent): void {
    if (event.type === 'inbox.changed') items.set(event.data.item.conversationId, event.data.item);
    if (event.type === 'inbox.gone') items.delete(event.data.conversationId);
    if (event.type === 'message.changed') messages.set(event.data.message.id, event.data.message);
  }
  async function read(): Promise<void> {
    const since: DeskEvent[] = [];
    reading = since;
    const found = await options.readInbox();
    if (reading !== since) return;
    reading = undefined;
    items.clear();
    for (const item of found) items.set(item.conversationId, item);
    for (const event of since) apply(event);
  }

  function connect(): void {
    if (closed) return;
    const url = options.url();
    const fresh: Socket<ServerToClient, ClientToServer> = io(url, {
      path: '/realtime',
      auth: { token },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: 2_000,
    });
    socket = fresh;
    let done = false;
    const again = () => {
      if (done) return;
      done = true;
      live = false;
      fresh.removeAllListeners();
      fresh.disconnect();
      setTimeout(connect, 30);
    };
    throwOut = () => {
      fresh.io.engine.close();
      again(); // while it connects, the library says nothing of it
    };
    fresh.on('connect_error', again);
    fresh.on('disconnect', again);
    fresh.on('event', (event: RawEvent) => {
      cursors.push(event.cursor);
      cursor = event.cursor;
    });
    fresh.on('events', (events) => {
      for (const event of events) {
        cursor = event.cursor;
        (reading ?? []).push(event);
        apply(event);
      }
    });
    fresh.on('reached', (at) => {
      cursor = at.cursor;
    });
    fresh.on('resync', (at) => {
      cursor = at.cursor;
      resyncs++;
      if (mode === 'desk') void read();
    });
    fresh.on('connect', () => {
      const request = { workspace, mode, watching: [...watching], ...(cursor === undefined ? {} : { after: cursor }) };
      fresh.emit('subscribe', request, (answer) => {
        if (!answer.ok) return again();
        live = true;
        from ??= answer.cursor;
        if (cursor === undefined && mode === 'desk') void read();
        cursor ??= answer.cursor;
        return undefined;
      });
    });
  }
  connect();
  return {
    mode,
    cursors,
    get from() {
      return from;
    },
    items,
    messages,
    get resyncs() {
      return resyncs;
    },
    watch(conversationId) {
      watching.add(conversationId);
      socket?.emit('watch', { conversationId }, () => undefined);
    },
    drop: () => throwOut(),
    isLive: () => live && reading === undefined,
    close() {
      closed = true;
      socket?.removeAllListeners();
      socket?.disconnect();
    },
  };
}
