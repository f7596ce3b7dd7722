import type { Flow, Step, shapes } from '../flow.ts';
import { entrances, reachable } from '../reading/graph.ts';
import { type Target, targetsOf } from '../reading/targets.ts';

export type StepKind = keyof typeof shapes;

export interface DiagramNode {
  readonly id: string;
  readonly kind: StepKind;
  /** What it says or does, short. */
  readonly text: string;
  readonly section: string | null;
  readonly reachable: boolean;
  /** Talks begin here, or are sent here from anywhere. */
  readonly entrance: 'start' | 'always' | 'intent' | null;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly way: Target['way'];
  readonly label: string;
}

export interface Diagram {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

/** The flow as boxes and arrows; where they stand is for whoever draws them. */
export function diagram(flow: Flow): Diagram {
  const seen = reachable(flow, entrances(flow));
  const names = Object.keys(flow.steps);
  const nodes = Object.entries(flow.steps).map(([id, step]): DiagramNode => {
    const slash = id.indexOf('/');
    return {
      id,
      kind: kindOf(step),
      text: textOf(step).slice(0, 140),
      section: slash > 0 ? id.slice(0, slash) : null,
      reachable: seen.has(id),
      entrance: entranceOf(flow, id),
    };
  });
  const edges = names.flatMap((from) =>
    targetsOf(flow.steps[from] as Step) // its own keys
      .filter((target) => Object.hasOwn(flow.steps, target.to))
      .map(({ to, way, label }): DiagramEdge => ({ from, to, way, label: (label ?? '').slice(0, 60) })),
  );
  return { nodes, edges };
}

const kindOf = (step: Step): StepKind => {
  const order: StepKind[] = [
    'menu',
    'ask',
    'http',
    'handoff',
    'answer',
    'call',
    'when',
    'if',
    'set',
    'wait',
    'return',
    'goto',
  ];
  return order.find((kind) => kind in step) ?? 'reply';
};

function entranceOf(flow: Flow, id: string): DiagramNode['entrance'] {
  if (flow.start === id) return 'start';
  if (flow.always?.some((line) => line.goto === id)) return 'always';
  const routes = Object.values(flow.assistant?.intents ?? {});
  return routes.some((route) => typeof route === 'object' && 'goto' in route && route.goto === id) ? 'intent' : null;
}

function textOf(step: Step): string {
  if ('reply' in step) return step.reply;
  if ('menu' in step) return step.menu.text;
  if ('ask' in step) return step.ask;
  if ('if' in step) return step.if;
  if ('when' in step) return step.when.map((line) => line.if).join(' · ');
  if ('set' in step)
    return Object.entries(step.set)
      .map(([name, value]) => `${name} = ${value}`)
      .join(' · ');
  if ('http' in step)
    return `${step.http.method ?? 'GET'} ${step.http.url ?? `${step.http.address} ${step.http.path ?? ''}`}`;
  if ('wait' in step) return 'minutes' in step.wait ? `${step.wait.minutes} min` : step.wait.until;
  if ('handoff' in step) return [step.handoff.department, step.handoff.text].filter(Boolean).join(': ');
  if ('call' in step) return step.call;
  return 'answer' in step ? (step.answer.question ?? '') : '';
}
