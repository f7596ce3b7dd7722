import { posix } from 'node:path';
import { type Finding, type House, wrong } from './house.ts';

export const limits = { smellLines: 220, maxLines: 400, filesPerFolder: 15 };

/** Files under 220 lines, none over 400; at most 15 files in a folder, tests apart. */
export function checkSizes({ sources }: House): Finding[] {
  const findings: Finding[] = [];
  const perFolder = new Map<string, number>();
  for (const { path, lines, isTest } of sources.values()) {
    if (lines > limits.maxLines) findings.push(wrong('sizes', path, `${lines} lines; the most is ${limits.maxLines}`));
    else if (lines > limits.smellLines && !isTest)
      findings.push({ rule: 'sizes', path, sentence: `${lines} lines: perhaps two subjects`, weight: 'smell' });
    const folder = posix.dirname(path);
    if (!isTest) perFolder.set(folder, (perFolder.get(folder) ?? 0) + 1);
  }
  for (const [folder, files] of perFolder)
    if (files > limits.filesPerFolder)
      findings.push(wrong('sizes', folder, `${files} files in one folder; the most is ${limits.filesPerFolder}`));
  return findings;
}
