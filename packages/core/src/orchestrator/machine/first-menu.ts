import type { Flow } from '../../flows/index.ts';

const known = new WeakMap<Flow, { readonly step: string | undefined }>();

/** The menu that the talk comes to by itself from the start on. */
export function firstMenu(flow: Flow): string | undefined {
  let found = known.get(flow);
  if (found === undefined) {
    found = { step: search(flow) };
    known.set(flow, found);
  }
  return found.step;
}

function search(flow: Flow): string | undefined {
  const seen = new Set<string>();
  let at: string | undefined = flow.start;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const step: Flow['steps'][string] | undefined = Object.hasOwn(flow.steps, at) ? flow.steps[at] : undefined;
    if (step === undefined) return undefined;
    if ('menu' in step) return at;
    at = 'goto' in step ? step.goto : 'reply' in step || 'set' in step ? step.next : undefined;
  }
  return undefined;
}
