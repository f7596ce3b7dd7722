import type { BodyTemplate, Step } from '../flow.ts';
import type { Path } from './problem.ts';

export interface StepText {
  readonly path: Path;
  readonly source: string;
}

const one = (path: Path, source: string | undefined): StepText[] => (source === undefined ? [] : [{ path, source }]);

/** The templates of a step. */
export function templatesOf(step: Step): StepText[] {
  if ('reply' in step) return one(['reply'], step.reply);
  if ('menu' in step) return [...one(['menu', 'text'], step.menu.text), ...one(['menu', 'invalid'], step.menu.invalid)];
  if ('ask' in step) return [...one(['ask'], step.ask), ...one(['invalid'], step.invalid)];
  if ('handoff' in step) return one(['handoff', 'text'], step.handoff.text);
  if ('answer' in step) return one(['answer', 'question'], step.answer.question);
  if ('set' in step)
    return Object.entries(step.set).flatMap(([name, value]) =>
      typeof value === 'string' && !value.startsWith('=') ? one(['set', name], value) : [],
    );
  if (!('http' in step)) return [];
  return [
    ...one(['http', 'url'], step.http.url),
    ...one(['http', 'path'], step.http.path),
    ...Object.entries(step.http.headers ?? {}).flatMap(([name, value]) => one(['http', 'headers', name], value)),
    ...inBody(['http', 'body'], step.http.body),
  ];
}

function inBody(path: Path, body: BodyTemplate | undefined): StepText[] {
  if (typeof body === 'string') return one(path, body);
  if (Array.isArray(body)) return body.flatMap((item: BodyTemplate, n) => inBody([...path, n], item));
  if (typeof body === 'object' && body !== null)
    return Object.entries(body).flatMap(([name, value]) => inBody([...path, name], value));
  return [];
}

/** The expressions of a step; of `= …` without its sign. */
export function expressionsOf(step: Step): (StepText & { readonly skipped: number })[] {
  const plainly = (texts: StepText[]) => texts.map((text) => ({ ...text, skipped: 0 }));
  if ('if' in step) return plainly(one(['if'], step.if));
  if ('when' in step) return plainly(step.when.flatMap((line, n) => one(['when', n, 'if'], line.if)));
  if ('menu' in step)
    return plainly(step.menu.options.flatMap((option, n) => one(['menu', 'options', n, 'if'], option.if)));
  if (!('set' in step)) return [];
  return Object.entries(step.set).flatMap(([name, value]) =>
    typeof value === 'string' && value.startsWith('=')
      ? [{ path: ['set', name], source: value.slice(1), skipped: 1 }]
      : [],
  );
}

/** The variables that a step fills. */
export function savedBy(step: Step): string[] {
  if ('ask' in step) return [step.save];
  if ('set' in step) return Object.keys(step.set);
  return 'http' in step ? Object.keys(step.http.save ?? {}) : [];
}
