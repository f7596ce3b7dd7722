import type { Flow } from '../flow.ts';
import { errorsIn } from './find-errors.ts';
import { warningsIn } from './find-warnings.ts';
import { flatten } from './flatten.ts';
import type { Finding, FlowProblem, Place } from './problem.ts';
import { isRecord, shapeFindings } from './read-shape.ts';
import { readSource } from './source-text.ts';

export interface CheckedFlow {
  /** Absent while there are errors. */
  readonly flow: Flow | undefined;
  /** As far as it could be read, for the diagram. */
  readonly sketch: Flow | undefined;
  /** All at once, in the order of the file. */
  readonly problems: readonly FlowProblem[];
  /** Where each step begins. */
  readonly places: ReadonlyMap<string, Place>;
}

const MOST = 200;

/** Reads a flow file (YAML, and so JSON) and says everything that is wrong with it and everything worth a look, each with its place. */
export function checkFlow(source: string): CheckedFlow {
  const text = readSource(source);
  const none = { flow: undefined, sketch: undefined, places: new Map<string, Place>() };
  if (text.problems.length > 0) return { ...none, problems: text.problems };
  const shape = shapeFindings(text.raw);
  const broken = brokenSteps(shape);
  if (broken === undefined || !isRecord(text.raw))
    return { ...none, problems: sorted(shape.map((finding) => text.problem(finding, 'error'))) };
  const { flow, findings, paths } = flatten(text.raw, broken);
  const errors: Finding[] = [...shape, ...findings, ...(flow === undefined ? [] : errorsIn(flow, paths))];
  const warnings = flow === undefined || errors.length > 0 ? [] : warningsIn(flow, paths);
  if (flow === undefined && errors.length === 0) errors.push({ kind: 'wrong_value', path: [] });
  return {
    flow: errors.length === 0 ? flow : undefined,
    sketch: flow,
    problems: sorted([
      ...errors.map((finding) => text.problem(finding, 'error')),
      ...warnings.map((finding) => text.problem(finding, 'warning')),
    ]),
    places: new Map([...paths].map(([name, path]) => [name, text.placeOf(path, 'key')])),
  };
}

/** The steps whose own shape is wrong; undefined when something around them is. */
function brokenSteps(shape: readonly Finding[]): Set<string> | undefined {
  const broken = new Set<string>();
  for (const { path } of shape) {
    const depth = path[0] === 'steps' ? 2 : path[0] === 'sections' && path[2] === 'steps' ? 4 : 99;
    if (path.length < depth) return undefined;
    broken.add(path.slice(0, depth).join('\0'));
  }
  return broken;
}

const sorted = (problems: FlowProblem[]): FlowProblem[] =>
  problems.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column).slice(0, MOST);
