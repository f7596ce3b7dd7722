import type { Flow } from '../../flows/index.ts';

export interface FlowNeeds {
  /** It asks about the contact beyond the name. */
  readonly contact: boolean;
  /** It asks whether people answer now, or the assistant. */
  readonly policy: boolean;
}

const known = new WeakMap<Flow, FlowNeeds>();

/** What a flow wants to be told. Looked for once: a version never changes. */
export function flowNeeds(flow: Flow | undefined): FlowNeeds | undefined {
  if (flow === undefined) return undefined;
  let needs = known.get(flow);
  if (needs === undefined) {
    const source = JSON.stringify(flow.steps);
    const assistant = Object.values(flow.steps).some((step) => 'answer' in step);
    needs = {
      contact: /\bcontact\b/.test(source),
      policy: assistant || /\bhours\b|"until":"opening"|\bnow\b|\btoday\b/.test(source),
    };
    known.set(flow, needs);
  }
  return needs;
}
