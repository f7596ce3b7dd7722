import { type Flow, flowFile, type Step } from '../flow.ts';
import { nearest } from './nearest.ts';
import { outerPaths, setAt } from './outer-targets.ts';
import type { Finding, Path } from './problem.ts';
import { isRecord, stepLists } from './read-shape.ts';
import { targetsOf, withTargets } from './targets.ts';

export interface Flattened {
  readonly flow: Flow | undefined;
  readonly findings: readonly Finding[];
  /** Where each step of the flow stands in the file. */
  readonly paths: ReadonlyMap<string, Path>;
}

/** Stands for a step whose own shape is wrong, so that the others can be judged. */
const unread: Step = { return: true };

type Raw = Readonly<Record<string, unknown>>;

/** A file whose frame is right, with its sections laid among its steps as `section/step`. */
export function flatten(raw: Raw, broken: ReadonlySet<string>): Flattened {
  const { sections: _, ...rest } = raw;
  const names = new Names(raw);
  const findings: Finding[] = names.findings();
  const paths = new Map<string, Path>();
  const steps = new Map<string, Step>();
  for (const list of stepLists(raw)) {
    const section = sectionOf(list.path);
    for (const [name, body] of Object.entries(list.steps)) {
      const full = section === undefined ? name : `${section}/${name}`;
      const path = [...list.path, name];
      if (paths.has(full)) findings.push({ kind: 'name_taken', path, on: 'key', params: { name: full } });
      paths.set(full, path);
      const step = broken.has(path.join('\0')) ? unread : (body as Step); // its shape was judged before
      for (const target of targetsOf(step))
        if (names.find(target.to, section) === undefined)
          findings.push(names.noSuchStep([...path, ...target.path], target.to, section));
      steps.set(
        full,
        withTargets(step, (to) => names.find(to, section) ?? to),
      );
    }
  }
  const outer = structuredClone(rest) as Record<string, unknown>;
  for (const { path, to } of outerPaths(rest)) {
    const found = names.find(to);
    if (found === undefined) findings.push(names.noSuchStep(path, to));
    else setAt(outer, path, found);
  }
  const flow = flowFile.safeParse({ ...outer, steps: Object.fromEntries(steps) });
  return { flow: flow.success ? flow.data : undefined, findings, paths };
}

const sectionOf = (path: Path): string | undefined => (path[0] === 'sections' ? String(path[1]) : undefined);

/** What each name leads to: a step of the own section, a step of the file, a section (its start), a step as `section/step`. */
class Names {
  private readonly sections: Raw;
  private readonly full = new Set<string>();
  private readonly starts = new Map<string, string>();

  constructor(raw: Raw) {
    this.sections = isRecord(raw.sections) ? raw.sections : {};
    for (const { steps, path } of stepLists(raw)) {
      const section = sectionOf(path);
      for (const name of Object.keys(steps)) this.full.add(section === undefined ? name : `${section}/${name}`);
    }
    for (const [name, part] of Object.entries(this.sections))
      if (isRecord(part)) this.starts.set(name, `${name}/${String(part.start)}`);
  }

  find(to: string, section?: string): string | undefined {
    if (section !== undefined && this.full.has(`${section}/${to}`)) return `${section}/${to}`;
    return this.full.has(to) ? to : this.starts.get(to);
  }

  noSuchStep(path: Path, target: string, section?: string): Finding {
    const own = section === undefined ? [] : [...this.full].filter((name) => name.startsWith(`${section}/`));
    const known = [...own.map((name) => name.slice((section ?? '').length + 1)), ...this.full, ...this.starts.keys()];
    const kind = path[0] === 'start' ? 'no_such_start' : 'no_such_step';
    return { kind, path, params: { target, nearest: nearest(target, known) ?? '' } };
  }

  /** Sections that begin nowhere. */
  findings(): Finding[] {
    return [...this.starts].flatMap(([name, start]) => {
      const target = start.slice(name.length + 1);
      return this.full.has(start)
        ? []
        : [{ ...this.noSuchStep(['sections', name, 'start'], target, name), kind: 'no_such_start' as const }];
    });
  }
}
