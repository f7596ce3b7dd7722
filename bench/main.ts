import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runDesk } from './desk/run-desk.ts';
import { type Finding, judgeSuite } from './judge-suite.ts';
import { runSuite } from './run-suite.ts';
import { type Part, parts, type SuiteOptions } from './suite.ts';

const usage = `npm run bench -- [--short] [--minutes N] [--only ${parts.join(',')}]\nnpm run bench -- --only desk [--short] [--data-dir FOLDER]`;
const isPart = (name: string): name is Part => parts.some((part) => part === name);

/** A million contacts take minutes to make and a folder to keep: only when asked for, and by itself. */
async function deskAlone(): Promise<boolean> {
  const { values } = parseArgs({
    strict: false,
    options: { short: { type: 'boolean' }, only: { type: 'string' }, 'data-dir': { type: 'string' } },
  });
  if (values.only !== 'desk') return false;
  await runDesk({ short: values.short === true, dataDir: values['data-dir'] as string | undefined }); // a string by its type above
  return true;
}

function readOptions(): SuiteOptions {
  const { values } = parseArgs({
    options: { short: { type: 'boolean', default: false }, minutes: { type: 'string' }, only: { type: 'string' } },
  });
  const asked = values.only?.split(',') ?? [...parts];
  const unknown = asked.filter((name) => !isPart(name));
  if (unknown.length > 0) throw new Error(`There is no "${unknown.join(', ')}" to measure.\n${usage}`);
  // About fourteen timed stretches make a whole go.
  const seconds =
    values.minutes === undefined ? (values.short ? 3 : 8) : Math.max(2, (Number(values.minutes) * 60) / 14);
  if (!Number.isFinite(seconds)) throw new Error(`--minutes takes a number.\n${usage}`);
  return { only: new Set(asked.filter(isPart)), seconds };
}

function print(findings: readonly Finding[]): void {
  const head: Finding = {
    what: 'measure',
    ours: 'balcao',
    floor: 'floor',
    ratio: 'ratio',
    limit: 'limit',
    verdict: '',
  };
  const columns = ['what', 'ours', 'floor', 'ratio', 'limit', 'verdict'] as const;
  const rows = [head, ...findings];
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(
      columns
        .map((column, at) => row[column].padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

if (await deskAlone()) process.exit();
const options = readOptions();
const say = (text: string) => console.error(`· ${text}`);
for (const attempt of [1, 2]) {
  const suite = await runSuite(options, say);
  const { findings, noise } = judgeSuite(suite);
  print(findings);
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${suite.at.replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify({ ...suite, noise }, undefined, 2)}\n`);
  console.log(`\n${file}`);
  if (noise.length === 0) break;
  console.log(`NOISY: ${noise.join('; ')}.${attempt === 1 ? ' Once more.\n' : ' Run it again on a quieter machine.'}`);
}
