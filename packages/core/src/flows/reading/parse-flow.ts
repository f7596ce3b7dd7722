import { Fault } from '@balcao/kernel';
import type { Flow } from '../flow.ts';
import { checkFlow } from './check-flow.ts';
import { sentenceOf } from './sentences/sentence-of.ts';

/** Reads a flow file (YAML, and so JSON). Every problem is told at once, with its line and column; warnings stop nothing. */
export function parseFlow(source: string): Flow {
  const { flow, problems } = checkFlow(source);
  if (flow !== undefined) return flow;
  const errors = problems.filter((problem) => problem.severity === 'error');
  const told = errors.map((problem) => {
    const { line, column } = problem.place;
    const path = problem.path.length === 0 ? '' : `${problem.path.join('.')}: `;
    return `line ${line}, column ${column}: ${path}${sentenceOf(problem, 'en')}`;
  });
  const issues = errors.map((problem) => ({
    path: problem.path.join('.'),
    problem: `line ${problem.place.line}, column ${problem.place.column}: ${sentenceOf(problem, 'en')}`,
  }));
  throw new Fault('invalid_input', `the flow has ${told.length} problem(s): ${told.join('; ')}`, {
    problems: told,
    issues,
  });
}
