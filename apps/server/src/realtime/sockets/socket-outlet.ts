import type { Ctx } from '@balcao/kernel';
import type { Outlet } from '../feed/subscriber.ts';
import type { RealtimeServer, RealtimeSocket } from './realtime-socket.ts';

/**
 * Packets may wait in thousands for a moment: whoever comes back is told in one go what was missed. A socket that took nothing for so
 * long while many wait does not read, and is cut: it comes back with its cursor. The second bound holds whatever happens.
 */
const WAITING_FOR_LONG = 128;
const LONG_MS = 3_000;
const WAITING_AT_MOST = 10_000;

/** Engine.IO keeps the packets that its transport has not taken; it is declared private, and documented. */
const waitingFor = ({ conn }: RealtimeSocket): number =>
  (conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length;

/** To sockets of this process, encoded once for all of them. Who cannot keep up costs the others nothing. */
export function createSocketOutlet(io: RealtimeServer, { clock, log }: Pick<Ctx, 'clock' | 'log'>): Outlet {
  const tookAt = new WeakMap<RealtimeSocket, number>();

  function isBehind(socket: RealtimeSocket): boolean {
    const took = tookAt.get(socket);
    if (took === undefined) {
      const note = () => tookAt.set(socket, clock.monotonic());
      socket.conn.on('drain', note);
      note();
      return false;
    }
    const waiting = waitingFor(socket);
    if (waiting <= WAITING_FOR_LONG) return false;
    return waiting > WAITING_AT_MOST || clock.monotonic() - took > LONG_MS;
  }

  return {
    send(to, event, ...args) {
      const reading = to.filter((id) => {
        const socket = io.sockets.sockets.get(id);
        if (socket === undefined) return false;
        if (!isBehind(socket)) return true;
        log.info({ socket: id }, 'a socket does not read what it is sent; it is cut');
        socket.conn.close(true);
        return false;
      });
      if (reading.length > 0) io.local.to(reading).emit(event, ...args);
    },
  };
}
