export {
  closeConnection,
  openConnection,
  reconnectNow,
  sayPresence,
  sayTyping,
  signOuts,
} from './connection.ts';
export { useAnyDeskEvent, useConnection, useDeskEvent, usePresence, useTyping, useWatch } from './hooks.ts';
export { keepFresh } from './keep-fresh.ts';
