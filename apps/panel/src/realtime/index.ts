export {
  type ConnectionState,
  closeConnection,
  openConnection,
  reconnectNow,
  sayPresence,
  sayTyping,
  signOuts,
} from './connection.ts';
export { useAnyDeskEvent, useConnection, useDeskEvent, usePresence, useResync, useTyping, useWatch } from './hooks.ts';
export { keepFresh } from './keep-fresh.ts';
