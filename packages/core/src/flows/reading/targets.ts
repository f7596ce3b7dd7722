import type { Step } from '../flow.ts';
import { setAt } from './outer-targets.ts';
import type { Path } from './problem.ts';

export interface Target {
  /** Within the step. */
  readonly path: Path;
  readonly to: string;
  /** Under which circumstances the talk goes there. */
  readonly way: 'next' | 'option' | 'condition' | 'else' | 'otherwise' | 'failed' | 'message' | 'call' | 'unsure';
  /** The option's label or the condition. */
  readonly label?: string | undefined;
}

const at = (way: Target['way'], path: Path, to: string | undefined, label?: string): Target[] =>
  to === undefined ? [] : [{ path, to, way, label }];

/** Every step to which a step may lead, in the order of the file. */
export function targetsOf(step: Step): Target[] {
  if ('reply' in step || 'set' in step) return at('next', ['next'], step.next);
  if ('goto' in step) return at('next', ['goto'], step.goto);
  if ('menu' in step)
    return [
      ...step.menu.options.flatMap(({ label, goto }, n) => at('option', ['menu', 'options', n, 'goto'], goto, label)),
      ...at('otherwise', ['menu', 'otherwise'], step.menu.otherwise),
    ];
  if ('ask' in step) return [...at('next', ['next'], step.next), ...at('otherwise', ['otherwise'], step.otherwise)];
  if ('if' in step) return [...at('condition', ['then'], step.then, step.if), ...at('else', ['else'], step.else)];
  if ('when' in step)
    return [
      ...step.when.flatMap((line, n) => at('condition', ['when', n, 'goto'], line.goto, line.if)),
      ...at('else', ['else'], step.else),
    ];
  if ('http' in step) return [...at('next', ['next'], step.next), ...at('failed', ['failed'], step.failed)];
  if ('wait' in step) return [...at('next', ['next'], step.next), ...at('message', ['message'], step.message)];
  if ('call' in step) return [...at('call', ['call'], step.call), ...at('next', ['next'], step.next)];
  if ('answer' in step)
    return [...at('next', ['next'], step.next), ...at('unsure', ['answer', 'unsure'], step.answer.unsure)];
  return [];
}

/** The step with every target called by another name. */
export function withTargets(step: Step, rename: (to: string) => string): Step {
  const copy = structuredClone(step);
  for (const { path, to } of targetsOf(step)) setAt(copy, path, rename(to));
  return copy;
}

/** Does the talk stop here until somebody writes, something comes, or for good? */
export const waits = (step: Step): boolean =>
  'menu' in step || 'ask' in step || 'handoff' in step || 'http' in step || 'wait' in step || 'answer' in step;
