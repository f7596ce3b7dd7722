import { Fault } from '@balcao/kernel';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { askStep, type Flow, flowFile, gotoStep, handoffStep, menuStep, replyStep, type Step } from './flow.ts';

const shapes = { reply: replyStep, menu: menuStep, ask: askStep, goto: gotoStep, handoff: handoffStep } as const;

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Reads a flow file (YAML, and so JSON). Every problem is told at once, with its line. */
export function parseFlow(source: string): Flow {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, maxAliasCount: 50 } as never);
  if (document.errors.length > 0) {
    throw invalid(
      document.errors.map((error) => `line ${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`),
    );
  }
  const raw: unknown = document.toJS({ maxAliasCount: 50 });
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth) as (string | number)[], true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
        return lines.linePos(node.range[0] as number).line;
    }
    return 1;
  };
  const problems = shapeProblems(raw);
  const parsed = problems.length === 0 ? flowFile.safeParse(raw) : undefined;
  if (parsed?.success) problems.push(...linkProblems(parsed.data));
  else if (parsed) problems.push(...parsed.error.issues.map(toProblem([])));
  if (problems.length > 0 || !parsed?.success)
    throw invalid(
      problems.map((problem) => `line ${lineOf(problem.path)}: ${problem.path.join('.')}: ${problem.message}`),
    );
  return parsed.data;
}

const invalid = (problems: string[]) =>
  new Fault('invalid_input', `the flow has ${problems.length} problem(s): ${problems.join('; ')}`, { problems });

const toProblem =
  (prefix: readonly PropertyKey[]) =>
  (issue: z.core.$ZodIssue): Problem => ({ path: [...prefix, ...issue.path], message: issue.message });

/** Each step is judged by the shape its own word asks for: a union's error would say nothing useful. */
function shapeProblems(raw: unknown): Problem[] {
  if (typeof raw !== 'object' || raw === null || !('steps' in raw)) return [];
  const steps = raw.steps;
  if (typeof steps !== 'object' || steps === null) return [];
  return Object.entries(steps).flatMap(([name, body]) => {
    const path = ['steps', name];
    if (typeof body !== 'object' || body === null) return [{ path, message: 'a step is a mapping' }];
    const kinds = (Object.keys(shapes) as (keyof typeof shapes)[]).filter((kind) => kind in body);
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1)
      return [{ path, message: `a step has exactly one of ${Object.keys(shapes).join(', ')}` }];
    const result = shapes[kind].safeParse(body);
    return result.success ? [] : result.error.issues.map(toProblem(path));
  });
}

export function nextSteps(step: Step): string[] {
  if ('reply' in step) return step.next === undefined ? [] : [step.next];
  if ('menu' in step) return step.menu.options.map((option) => option.goto);
  if ('ask' in step) return [step.next];
  return 'goto' in step ? [step.goto] : [];
}

/** Names that lead nowhere, and rounds that would never wait for the customer. */
function linkProblems(flow: Flow): Problem[] {
  const problems: Problem[] = [];
  if (!(flow.start in flow.steps)) problems.push({ path: ['start'], message: `there is no step "${flow.start}"` });
  for (const [name, step] of Object.entries(flow.steps)) {
    for (const target of nextSteps(step))
      if (!Object.hasOwn(flow.steps, target))
        problems.push({ path: ['steps', name], message: `leads to "${target}", and there is no such step` });
    if (runsForEver(flow, name))
      problems.push({ path: ['steps', name], message: 'goes round without ever waiting for the customer' });
  }
  return problems;
}

function runsForEver(flow: Flow, from: string): boolean {
  const seen = new Set<string>();
  let at: string | undefined = from;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const step: Step | undefined = Object.hasOwn(flow.steps, at) ? flow.steps[at] : undefined;
    if (step === undefined || 'menu' in step || 'ask' in step || 'handoff' in step) return false;
    at = nextSteps(step)[0];
  }
  return at !== undefined;
}
