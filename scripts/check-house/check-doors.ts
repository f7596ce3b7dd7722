import { posix } from 'node:path';
import { type Finding, type House, wrong } from './house.ts';

const within = (folder: string, path: string) => path.startsWith(`${folder}/`);

/** A folder with an index.ts is a room: entered through it from outside, and never by those who live in it. */
export function checkDoors({ sources }: House): Finding[] {
  const findings: Finding[] = [];
  for (const source of sources.values()) {
    for (const { to, line } of source.imports) {
      if (to === undefined || !sources.has(to)) continue;
      for (let folder = posix.dirname(to); folder !== '.'; folder = posix.dirname(folder)) {
        const door = `${folder}/index.ts`;
        if (!sources.has(door)) continue;
        const inside = within(folder, source.path);
        if (!inside && to !== door)
          findings.push(wrong('doors', source.path, `${to} is inside a room: import ${door}`, line));
        if (inside && to === door && !source.isTest)
          findings.push(wrong('doors', source.path, `${door} is this file's own door: import the sibling`, line));
      }
    }
  }
  return findings;
}
