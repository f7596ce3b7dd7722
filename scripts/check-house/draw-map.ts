import type { House } from './house.ts';
import { floors } from './house-plan.ts';
import { placeOf } from './place-of.ts';

interface Box {
  files: number;
  lines: number;
  testLines: number;
  readonly arrows: Set<string>;
}

const nameOf = (path: string): string => {
  const { floor, room } = placeOf(path);
  return ['core', 'channels', 'ai'].includes(floor) && room !== '' ? `${floor}/${room}` : floor;
};

/** The house in text: each floor and room with its size and what it imports. */
export function drawMap({ sources }: House): string {
  const boxes = new Map<string, Box>();
  const boxOf = (name: string) => {
    const box = boxes.get(name) ?? { files: 0, lines: 0, testLines: 0, arrows: new Set<string>() };
    boxes.set(name, box);
    return box;
  };
  for (const { path, lines, isTest, imports } of sources.values()) {
    const box = boxOf(nameOf(path));
    if (isTest) {
      box.testLines += lines;
      continue;
    }
    box.files += 1;
    box.lines += lines;
    for (const { to } of imports) if (to !== undefined && nameOf(to) !== nameOf(path)) box.arrows.add(nameOf(to));
  }
  const height = (name: string) => floors[name.split('/')[0] ?? '']?.length ?? -1;
  const rows = [...boxes].sort(([a], [b]) => height(b) - height(a) || (a < b ? -1 : 1));
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, { files, lines, testLines, arrows }]) => {
      const sizes = `${String(files).padStart(4)} files ${String(lines).padStart(6)} lines ${String(testLines).padStart(6)} of tests`;
      return `${name.padEnd(width)} ${sizes}  ${arrows.size > 0 ? `→ ${[...arrows].sort().join(', ')}` : ''}`.trimEnd();
    })
    .join('\n');
}
