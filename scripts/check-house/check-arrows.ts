import { type Finding, type House, type Import, type Source, wrong } from './house.ts';
import { floors, forTestsOnly, mayRunPort, rooms } from './house-plan.ts';
import { placeOf } from './place-of.ts';

const rule = 'arrows';

function betweenFloors(source: Source, one: Import, to: string): Finding | undefined {
  const from = placeOf(source.path).floor;
  const target = placeOf(to).floor;
  if (forTestsOnly.includes(target) && from !== target)
    return wrong(rule, source.path, `${target} is for tests and benchmarks, and this is neither`, one.line);
  const allowed = floors[from];
  if (!allowed) return wrong(rule, source.path, `the floor "${from}" is not in scripts/check-house/house-plan.ts`);
  if (from === target || allowed.includes(target)) return undefined;
  return wrong(
    rule,
    source.path,
    `${from} may not import ${target}: arrows point down only (${from} → ${allowed.join(', ') || 'nothing of ours'})`,
    one.line,
  );
}

function betweenRooms(source: Source, one: Import, to: string): Finding | undefined {
  const from = placeOf(source.path);
  const target = placeOf(to);
  if (from.floor !== 'core') return undefined;
  const allowed = rooms[from.room];
  if (!allowed)
    return wrong(rule, source.path, `the room "${from.room}" of core is not in scripts/check-house/house-plan.ts`);
  if (target.floor === 'core') {
    if (target.room === from.room || target.room === 'ledger' || allowed.includes(target.room)) return undefined;
    return wrong(
      rule,
      source.path,
      `the room ${from.room} may not import ${target.room} (it may: ${['ledger', ...allowed].join(', ')})`,
      one.line,
    );
  }
  if (target.floor !== 'channels' && target.floor !== 'ai') return undefined;
  const port = `${target.floor}/${target.room}`;
  const runners = mayRunPort[port];
  if (!runners) return wrong(rule, source.path, `core knows only ports, and ${port} is a provider`, one.line);
  if (one.typeOnly || runners.includes(from.room)) return undefined;
  return wrong(
    rule,
    source.path,
    `only ${runners.join(', ')} run what is behind ${port}; ${from.room} may import its types`,
    one.line,
  );
}

/** Arrows point down only: between floors, and between the rooms of core as the plan says. */
export function checkArrows({ sources }: House): Finding[] {
  const findings: Finding[] = [];
  for (const source of sources.values()) {
    if (source.isTest) continue;
    for (const one of source.imports) {
      if (one.to === undefined) {
        if (one.specifier.startsWith('@balcao/'))
          findings.push(wrong(rule, source.path, `${one.specifier} leads nowhere`, one.line));
        continue;
      }
      if (one.specifier.startsWith('.') && placeOf(one.to).floor !== placeOf(source.path).floor)
        findings.push(
          wrong(rule, source.path, `${one.specifier} leaves the workspace by a relative path; use its name`, one.line),
        );
      const found = betweenFloors(source, one, one.to) ?? betweenRooms(source, one, one.to);
      if (found) findings.push(found);
    }
  }
  return findings;
}
