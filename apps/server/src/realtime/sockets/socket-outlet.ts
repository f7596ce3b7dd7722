import type { Log } from '@balcao/kernel';
import type { Outlet } from '../feed/subscriber.ts';
import type { RealtimeServer, RealtimeSocket } from './realtime-socket.ts';

/** Packets that wait for a socket that does not read: some seconds of a busy desk. More, and it is cut: it comes back with its cursor. */
const WAITING_AT_MOST = 128;

/** Engine.IO keeps the packets that its transport has not taken; it is declared private, and documented. */
const waitingFor = ({ conn }: RealtimeSocket): number =>
  (conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length;
export const isBehind = (socket: RealtimeSocket): boolean => waitingFor(socket) > WAITING_AT_MOST;

/** To sockets of this process, encoded once for all of them. Who cannot keep up costs the others nothing. */
export function createSocketOutlet(io: RealtimeServer, log: Log): Outlet {
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
