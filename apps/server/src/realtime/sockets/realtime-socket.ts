import type { ClientToServer, ServerToClient } from '@balcao/contract';
import type { Server, Socket } from 'socket.io';
import type { Identity } from './identify.ts';

interface SocketData {
  identity: Identity;
}
type Nothing = Record<string, never>;

export type RealtimeServer = Server<ClientToServer, ServerToClient, Nothing, SocketData>;
export type RealtimeSocket = Socket<ClientToServer, ServerToClient, Nothing, SocketData>;
