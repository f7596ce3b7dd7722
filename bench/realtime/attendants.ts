import type { ClientToServer, ServerToClient } from '@balcao/contract';
import { io, type Socket } from 'socket.io-client';

// Started by bench/realtime/hire-attendants.ts as a process of its own: so many screens of people who serve, each with one conversation open.
export interface AttendantsOrder {
  readonly url: string;
  readonly workspace: string;
  readonly token: string;
  readonly count: number;
  /** One for each attendant in turn. */
  readonly conversations: readonly string[];
}

export type AttendantsReport =
  | { readonly say: 'ready'; readonly count: number }
  /** A message of the customer on a screen: its number, and the machine's own clock in milliseconds. */
  | {
      readonly say: 'seen';
      readonly sightings: readonly (readonly [nonce: number, at: number])[];
      readonly packets: number;
    };

/** The same for every process of this machine. */
const clock = () => Number(process.hrtime.bigint()) / 1e6;
const report = (what: AttendantsReport) =>
  process.connected && process.send?.(what, undefined, undefined, () => undefined);

let sightings: (readonly [number, number])[] = [];
let packets = 0;

function attend({ url, workspace, token }: AttendantsOrder, conversation: string | undefined): Promise<void> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: '/realtime',
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
  });
  socket.on('events', (events) => {
    const at = clock();
    packets++;
    for (const event of events) {
      if (event.type !== 'message.changed' || event.data.message.direction !== 'in') continue;
      const nonce = /-(\d+)\]/.exec(event.data.message.text ?? '')?.[1];
      if (nonce !== undefined) sightings.push([Number(nonce), at]);
    }
  });
  return new Promise((resolve) => {
    const watching = conversation === undefined ? [] : [conversation];
    socket.on('connect', () =>
      socket.emit('subscribe', { workspace, mode: 'desk', watching }, (answer) => answer.ok && resolve()),
    );
  });
}

const AT_ONCE = 25;

process.once('message', (order: AttendantsOrder) => void serve(order));

async function serve(order: AttendantsOrder): Promise<void> {
  for (let from = 0; from < order.count; from += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, order.count - from) }, (_, n) =>
        attend(order, order.conversations[(from + n) % Math.max(1, order.conversations.length)]),
      ),
    );
  report({ say: 'ready', count: order.count });
  setInterval(() => {
    report({ say: 'seen', sightings, packets });
    sightings = [];
    packets = 0;
  }, 100);
}
process.on('disconnect', () => process.exit(0));
