import { BadExpression, parseExpression } from '../expressions/parse-expression.ts';
import type { Flow, HttpStep, Step } from '../flow.ts';
import { endless } from './graph.ts';
import type { ErrorKind, Finding, Path } from './problem.ts';
import { expressionsOf } from './texts-of.ts';

const kindOf: Readonly<Record<BadExpression['kind'], ErrorKind>> = {
  unexpected: 'bad_expression',
  too_deep: 'bad_expression',
  unknown_name: 'unknown_name',
  unknown_function: 'unknown_function',
  arguments: 'wrong_arguments',
};

/** What keeps a flow of the right shape from being published. */
export function errorsIn(flow: Flow, paths: ReadonlyMap<string, Path>): Finding[] {
  const pathOf = (name: string): Path => paths.get(name) ?? ['steps', name];
  const findings = Object.entries(flow.steps).flatMap(([name, step]) => stepErrors(step, pathOf(name)));
  for (const name of endless(flow)) findings.push({ kind: 'never_waits', path: pathOf(name), on: 'key' });
  return findings;
}

function stepErrors(step: Step, path: Path): Finding[] {
  const findings: Finding[] = [];
  for (const text of expressionsOf(step)) {
    const bad = badIn(text.source);
    if (bad === undefined) continue;
    const from = bad.at + text.skipped;
    findings.push({
      kind: kindOf[bad.kind],
      path: [...path, ...text.path],
      params: { what: bad.what },
      part: { from, to: from + Math.max(1, bad.what.length) },
    });
  }
  const tries = 'menu' in step ? step.menu : 'ask' in step ? step : undefined;
  if (tries?.tries !== undefined && tries.otherwise === undefined)
    findings.push({ kind: 'tries_without_way', path: [...path, ...('menu' in step ? ['menu', 'tries'] : ['tries'])] });
  if ('http' in step) findings.push(...httpErrors(step, path));
  return findings;
}

export function badIn(source: string): BadExpression | undefined {
  try {
    parseExpression(source);
    return undefined;
  } catch (error) {
    if (error instanceof BadExpression) return error;
    throw error;
  }
}

/** What the customer writes never says which computer is called. */
function httpErrors({ http }: HttpStep, path: Path): Finding[] {
  if ((http.url === undefined) === (http.address === undefined))
    return [{ kind: 'one_address', path: [...path, 'http'], on: 'key' }];
  if (http.url === undefined) return [];
  const at = [...path, 'http', 'url'];
  if (!/^https:\/\//i.test(http.url)) return [{ kind: 'not_https', path: at }];
  const host = /^https:\/\/([^/?#]*)/i.exec(http.url)?.[1] ?? '';
  if (/[{}@\s\\]/.test(host) || !URL.canParse(`https://${host}`) || host === '')
    return [{ kind: 'open_host', path: at }];
  return [];
}
