import { type Finding, type House, wrong } from './house.ts';

/** Import cycles, type-only imports included: strongly connected files (Tarjan). */
export function checkCycles({ sources }: House): Finding[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const findings: Finding[] = [];

  function visit(path: string): number {
    const mine = order.size;
    order.set(path, mine);
    let lowest = mine;
    stack.push(path);
    onStack.add(path);
    for (const { to } of sources.get(path)?.imports ?? []) {
      if (to === undefined || !sources.has(to)) continue;
      if (to === path) findings.push(wrong('cycles', path, 'imports itself'));
      if (!order.has(to)) lowest = Math.min(lowest, visit(to));
      else if (onStack.has(to)) lowest = Math.min(lowest, low.get(to) ?? order.get(to) ?? mine);
    }
    low.set(path, lowest);
    if (lowest === mine) {
      const ring = stack.splice(stack.indexOf(path));
      for (const one of ring) onStack.delete(one);
      if (ring.length > 1) findings.push(wrong('cycles', path, `imports in a circle: ${[...ring, path].join(' → ')}`));
    }
    return lowest;
  }

  for (const path of sources.keys()) if (!order.has(path)) visit(path);
  return findings;
}
