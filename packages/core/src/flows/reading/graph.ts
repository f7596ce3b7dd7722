import type { Flow, Step } from '../flow.ts';
import { targetsOf, waits } from './targets.ts';

/** Every step that the talk can come to from these. */
export function reachable(flow: Flow, from: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = stepOf(flow, name);
    if (step === undefined || seen.has(name)) continue;
    seen.add(name);
    open.push(...targetsOf(step).map((target) => target.to));
  }
  return seen;
}

/** Where talks begin or are sent from anywhere. */
export function entrances(flow: Flow): string[] {
  const { assistant, always = [] } = flow;
  const routes = Object.values(assistant?.intents ?? {});
  return [
    flow.start,
    ...always.map((line) => line.goto),
    ...routes.flatMap((route) => (typeof route === 'object' && 'goto' in route ? [route.goto] : [])),
    ...(assistant?.menu === undefined ? [] : [assistant.menu]),
  ];
}

/** Steps from which no way ever stops: neither at a question nor at the end. */
export function endless(flow: Flow): string[] {
  const stops = new Set<string>();
  const names = Object.keys(flow.steps);
  for (let grown = true; grown; ) {
    grown = false;
    for (const name of names) {
      if (stops.has(name) || !canStop(flow, name, stops)) continue;
      stops.add(name);
      grown = true;
    }
  }
  return names.filter((name) => !stops.has(name));
}

function canStop(flow: Flow, name: string, stops: ReadonlySet<string>): boolean {
  const step = stepOf(flow, name);
  if (step === undefined || waits(step)) return true;
  const targets = targetsOf(step);
  return targets.length === 0 || targets.some(({ to }) => stops.has(to) || stepOf(flow, to) === undefined);
}

/** Steps of a round that passes through no question: it may end, by a condition, and is stopped when it does not. */
export function rounds(flow: Flow): string[] {
  return Object.keys(flow.steps).filter((name) => {
    const step = stepOf(flow, name);
    return step !== undefined && !waits(step) && passingFrom(flow, name).has(name);
  });
}

function passingFrom(flow: Flow, from: string): Set<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = stepOf(flow, name);
    if (step === undefined || waits(step)) continue;
    for (const { to } of targetsOf(step))
      if (!seen.has(to)) {
        seen.add(to);
        open.push(to);
      }
  }
  return seen;
}

const stepOf = (flow: Flow, name: string): Step | undefined =>
  Object.hasOwn(flow.steps, name) ? flow.steps[name] : undefined;
