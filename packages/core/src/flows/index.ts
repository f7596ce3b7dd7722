export { type FlowAddress, listAddresses, removeAddress, saveAddress } from './fetching/addresses.ts';
export { resealAddresses } from './fetching/reseal-addresses.ts';
export { runFetch } from './fetching/run-fetch.ts';
export type { AssistantPart, Flow, IntentRoute } from './flow.ts';
export { menuContent } from './menu-content.ts';
export { type CheckedFlow, checkFlow } from './reading/check-flow.ts';
export { parseFlow } from './reading/parse-flow.ts';
export { sentenceOf } from './reading/sentences/sentence-of.ts';
export { readStartingFlows } from './starting/starting-flows.ts';
export { advance, enter, resume, understands } from './talk/advance.ts';
export type {
  FetchResult,
  FlowContact,
  FlowEffect,
  FlowInput,
  FlowOutcome,
  FlowRequest,
  FlowTransition,
  FlowTurn,
  SessionState,
} from './talk/session.ts';
export { diagram } from './trying/diagram.ts';
export { type Doubles, type DryInput, dryRun } from './trying/dry-run.ts';
export { diffLines } from './versions/diff-lines.ts';
export { loadFlow } from './versions/load-flow.ts';
export {
  diffVersions,
  type FlowOfChannel,
  type FlowSource,
  type FlowVersion,
  flowOfChannel,
  listFlows,
  listVersions,
  readSourceOf,
} from './versions/read-versions.ts';
