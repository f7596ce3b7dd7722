import { type Flow, flowFile, type Step } from '../flow.ts';
import { nearest } from './nearest.ts';
import type { Finding, Path } from './problem.ts';
import { isRecord, stepLists } from './read-shape.ts';
import { targetsOf, withTargets } from './targets.ts';

export interface Flattened {
  readonly flow: Flow | undefined;
  readonly findings: readonly Finding[];
  /** Where each step of the flow stands in the file. */
  readonly paths: ReadonlyMap<string, Path>;
}

/** A file whose shape is right, with its sections laid among its steps: `goto: x` finds a step of the own section, of the file, then a section. */
export function flatten(raw: Readonly<Record<string, unknown>>, broken: ReadonlySet<string>): Flattened {
  const { sections, ...rest } = raw;
  const findings: Finding[] = [];
  const paths = new Map<string, Path>();
  const steps = new Map<string, Step>();
  const starts = startsOf(sections);
  const main = isRecord(raw.steps) ? raw.steps : {};
  for (const list of stepLists(raw)) {
    const section = list.path[0] === 'sections' ? String(list.path[1]) : undefined;
    const resolve = (to: string): string | undefined => {
      if (section !== undefined && Object.hasOwn(list.steps, to)) return `${section}/${to}`;
      return Object.hasOwn(main, to) ? to : starts.get(to);
    };
    for (const [name, body] of Object.entries(list.steps)) {
      const full = section === undefined ? name : `${section}/${name}`;
      const path = [...list.path, name];
      if (paths.has(full)) findings.push({ kind: 'name_taken', path, on: 'key', params: { name: full } });
      paths.set(full, path);
      const step = broken.has(path.join('\0')) ? unread : (body as Step); // its shape was judged before
      for (const target of targetsOf(step))
        if (resolve(target.to) === undefined)
          findings.push(
            noSuchStep([...path, ...target.path], target.to, [
              ...Object.keys(list.steps),
              ...Object.keys(main),
              ...starts.keys(),
            ]),
          );
      steps.set(
        full,
        withTargets(step, (to) => resolve(to) ?? to),
      );
    }
  }
  findings.push(...outerTargets(raw, starts, main));
  const flow = flowFile.safeParse({ ...renamed(rest, starts, main), steps: Object.fromEntries(steps) });
  return { flow: flow.success ? flow.data : undefined, findings, paths };
}

/** Stands for a step whose own shape is wrong, so that the others can be judged. */
const unread: Step = { return: true };

const noSuchStep = (path: Path, target: string, known: string[]): Finding => ({
  kind: 'no_such_step',
  path,
  params: { target, nearest: nearest(target, known) ?? '' },
});

function startsOf(sections: unknown): Map<string, string> {
  if (!isRecord(sections)) return new Map();
  return new Map(
    Object.entries(sections).map(([name, part]) => [name, `${name}/${isRecord(part) ? String(part.start) : ''}`]),
  );
}

/** Steps that are named outside of steps: starts, words that always hold, and what intents lead to. */
function outerPaths(raw: Readonly<Record<string, unknown>>): { path: Path; to: string; owner?: string }[] {
  const named: { path: Path; to: string; owner?: string }[] = [{ path: ['start'], to: String(raw.start) }];
  if (Array.isArray(raw.always))
    raw.always.forEach((line: unknown, n) => {
      if (isRecord(line)) named.push({ path: ['always', n, 'goto'], to: String(line.goto) });
    });
  const assistant = isRecord(raw.assistant) ? raw.assistant : {};
  if (typeof assistant.menu === 'string') named.push({ path: ['assistant', 'menu'], to: assistant.menu });
  for (const [intent, route] of Object.entries(isRecord(assistant.intents) ? assistant.intents : {}))
    if (isRecord(route) && typeof route.goto === 'string')
      named.push({ path: ['assistant', 'intents', intent, 'goto'], to: route.goto });
  return named;
}

function outerTargets(
  raw: Readonly<Record<string, unknown>>,
  starts: ReadonlyMap<string, string>,
  main: Readonly<Record<string, unknown>>,
): Finding[] {
  const known = [...Object.keys(main), ...starts.keys()];
  const findings = outerPaths(raw)
    .filter(({ to }) => !Object.hasOwn(main, to) && !starts.has(to))
    .map(({ path, to }): Finding => {
      const found = noSuchStep(path, to, known);
      return path[0] === 'start' ? { ...found, kind: 'no_such_start' } : found;
    });
  for (const [name, part] of Object.entries(isRecord(raw.sections) ? raw.sections : {})) {
    const steps = isRecord(part) && isRecord(part.steps) ? part.steps : {};
    const start = isRecord(part) ? String(part.start) : '';
    if (!Object.hasOwn(steps, start))
      findings.push({
        kind: 'no_such_start',
        path: ['sections', name, 'start'],
        params: { target: start, nearest: nearest(start, Object.keys(steps)) ?? '' },
      });
  }
  return findings;
}

function renamed(
  rest: Readonly<Record<string, unknown>>,
  starts: ReadonlyMap<string, string>,
  main: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const copy = structuredClone(rest) as Record<string, unknown>;
  for (const { path, to } of outerPaths(rest)) {
    const section = Object.hasOwn(main, to) ? undefined : starts.get(to);
    if (section === undefined) continue;
    let holder: unknown = copy;
    for (const key of path.slice(0, -1)) holder = (holder as Record<string | number, unknown>)[key]; // the path was just read from it
    (holder as Record<string | number, unknown>)[path.at(-1) ?? ''] = section;
  }
  return copy;
}
