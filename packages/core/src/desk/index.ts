export { reactTo } from './sending/react.ts';
export { retryMessage } from './sending/retry-message.ts';
export { sendMessage } from './sending/send-message.ts';
export type { Outgoing, SendChannel, SentOff } from './sending/types.ts';
