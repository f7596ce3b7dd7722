export type { AssistantPart, Flow, IntentRoute } from './flow.ts';
export { loadFlow } from './load-flow.ts';
export { menuContent } from './menu-content.ts';
export { parseFlow } from './reading/parse-flow.ts';
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
