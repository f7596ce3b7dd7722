import { plain } from '../expressions/plain.ts';
import { holesOf } from '../expressions/template.ts';
import type { Flow, MenuStep, Step } from '../flow.ts';
import { whatsapp } from '../menu-content.ts';
import { badIn } from './find-errors.ts';
import { entrances, reachable, rounds } from './graph.ts';
import type { Finding, Path } from './problem.ts';
import { expressionsOf, savedBy, templatesOf } from './texts-of.ts';

/** What works and yet somebody should look at. */
export function warningsIn(flow: Flow, paths: ReadonlyMap<string, Path>): Finding[] {
  const pathOf = (name: string): Path => paths.get(name) ?? ['steps', name];
  const known = knownVariables(flow);
  const findings = [...wayFindings(flow, pathOf)];
  for (const [name, step] of Object.entries(flow.steps)) {
    if ('menu' in step) findings.push(...menuFindings(step, pathOf(name)));
    findings.push(...textFindings(step, pathOf(name), known));
  }
  return findings;
}

function wayFindings(flow: Flow, pathOf: (name: string) => Path): Finding[] {
  const findings: Finding[] = [];
  const seen = reachable(flow, entrances(flow));
  for (const name of Object.keys(flow.steps))
    if (!seen.has(name)) findings.push({ kind: 'unreachable', path: pathOf(name), on: 'key', params: { step: name } });
  for (const name of rounds(flow))
    if (seen.has(name)) findings.push({ kind: 'may_go_round', path: pathOf(name), on: 'key', params: { step: name } });
  const asks = [...seen].filter((name) => isQuestion(flow.steps[name]));
  const people = [...seen].some((name) => reachesPeople(flow.steps[name]));
  if (asks.length > 0 && !people) findings.push({ kind: 'no_person', path: ['steps'], on: 'key' });
  for (const name of asks)
    if (people && 'menu' in (flow.steps[name] ?? {}) && !hasWayOut(flow, name))
      findings.push({ kind: 'no_way_back', path: pathOf(name), on: 'key', params: { step: name } });
  return findings;
}

const isQuestion = (step: Step | undefined): boolean => step !== undefined && ('menu' in step || 'ask' in step);
const reachesPeople = (step: Step | undefined): boolean =>
  step !== undefined && ('handoff' in step || 'answer' in step);

/** From a menu one comes back to it or to one before it, or reaches a person. */
function hasWayOut(flow: Flow, name: string): boolean {
  if (flow.always !== undefined && flow.always.length > 0) return true;
  const ahead = reachable(flow, [name]);
  if ([...ahead].some((one) => reachesPeople(flow.steps[one]))) return true;
  return [...ahead].some((one) => one !== name && isQuestion(flow.steps[one]) && reachable(flow, [one]).has(name));
}

function menuFindings({ menu }: MenuStep, path: Path): Finding[] {
  const findings: Finding[] = [];
  const asButtons = menu.as === 'buttons' && menu.options.length <= whatsapp.buttons;
  if (menu.as === 'buttons' && menu.options.length > whatsapp.buttons)
    findings.push({
      kind: 'many_buttons',
      path: [...path, 'menu', 'options'],
      on: 'key',
      params: { most: whatsapp.buttons },
    });
  if (menu.as !== 'numbers' && menu.options.length > whatsapp.rows)
    findings.push({
      kind: 'many_rows',
      path: [...path, 'menu', 'options'],
      on: 'key',
      params: { most: whatsapp.rows },
    });
  const seen = new Set<string>();
  menu.options.forEach(({ label }, n) => {
    const at = [...path, 'menu', 'options', n, 'label'];
    if (seen.has(plain(label))) findings.push({ kind: 'same_label', path: at, params: { label } });
    seen.add(plain(label));
    if (menu.as === 'numbers') return;
    const [kind, most] = asButtons
      ? (['long_button', whatsapp.buttonTitle] as const)
      : (['long_row', whatsapp.rowTitle] as const);
    if (label.length > most) findings.push({ kind, path: at, params: { most, length: label.length } });
  });
  return findings;
}

function textFindings(step: Step, path: Path, known: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const unset = (source: string, at: Path, shift: number) => {
    for (const match of source.matchAll(/\bvars\.([A-Za-z]\w*)/g)) {
      const [whole, name = ''] = match;
      const from = match.index + shift;
      if (!known.has(name))
        findings.push({ kind: 'unset_variable', path: at, params: { name }, part: { from, to: from + whole.length } });
    }
  };
  for (const { path: within, source } of templatesOf(step))
    for (const hole of holesOf(source)) {
      const at = [...path, ...within];
      if (badIn(hole.source) === undefined) unset(hole.source, at, hole.inside);
      else findings.push({ kind: 'unread_template', path: at, params: { what: hole.source.trim() }, part: hole });
    }
  for (const { path: within, source, skipped } of expressionsOf(step)) unset(source, [...path, ...within], skipped);
  if ('http' in step)
    for (const [header, value] of Object.entries(step.http.headers ?? {}))
      if (/^(authorization|x-api-key|api-key|apikey|x-auth-token|cookie)$/i.test(header) && !value.includes('{{'))
        findings.push({ kind: 'key_in_file', path: [...path, 'http', 'headers', header], params: { header } });
  return findings;
}

function knownVariables(flow: Flow): Set<string> {
  return new Set([...Object.keys(flow.vars ?? {}), ...Object.values(flow.steps).flatMap(savedBy)]);
}
