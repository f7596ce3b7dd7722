import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeskOptions, measureDesk } from './measure-desk.ts';

/** What an answer may take, of twenty the slowest. */
const LIMIT_MS = 50;

export async function runDesk(options: DeskOptions): Promise<void> {
  const times = await measureDesk(options, (text) => console.error(`· ${text}`));
  const width = Math.max(...times.map(({ what }) => what.length));
  console.log(`${'at the API, ms'.padEnd(width)}     p50     p95     p99     max     CPU   limit p95 < ${LIMIT_MS}`);
  for (const { what, p50, p95, p99, max, cpuMs } of times) {
    const figures = [p50, p95, p99, max, cpuMs].map((value) => value.toFixed(1).padStart(7)).join(' ');
    console.log(`${what.padEnd(width)} ${figures}   ${p95 < LIMIT_MS ? 'met' : 'NOT MET'}`);
  }
  const others = Math.max(...times.map(({ othersShare }) => othersShare));
  if (others > 0.1)
    console.log(
      `NOISY: other programs took up to ${(others * 100).toFixed(0)} % of the machine. The CPU of an answer stands.`,
    );
  const at = new Date().toISOString();
  const folder = join(import.meta.dirname, '../results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `desk-${at.replaceAll(':', '-')}.json`),
    `${JSON.stringify({ at, short: options.short, times }, undefined, 2)}\n`,
  );
}
