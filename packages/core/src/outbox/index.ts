export { createDispatcher, type Dispatcher } from './dispatcher.ts';
export { learnAddressJob, stopChannelJob } from './jobs.ts';
export { type LoadedReplies, loadDue, loadReplies } from './load.ts';
export { SETTLE_MS } from './record-outcomes.ts';
export { recoverClaims, settleUnknowns } from './recover.ts';
export type { DispatcherParts, Sender } from './sender.ts';
