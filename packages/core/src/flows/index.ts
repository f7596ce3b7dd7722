export {
  advance,
  type FlowEffect,
  type FlowInput,
  type FlowTransition,
  type FlowTurn,
  type SessionState,
} from './advance.ts';
export type { Flow } from './flow.ts';
export { loadFlow } from './load-flow.ts';
export { menuContent } from './menu-content.ts';
export { parseFlow } from './parse-flow.ts';
