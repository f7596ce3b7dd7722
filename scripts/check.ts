// npm run check [-- --fix] [-- NAME …]: everything about the sources that a machine can see, in seconds.
import { fileURLToPath } from 'node:url';
import { type Check, fixers, readers, type Verdict } from './check/checks.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const fix = args.includes('--fix');
const names = args.filter((arg) => !arg.startsWith('--'));
const all = [...fixers, ...readers];
const unknown = [
  ...names.filter((name) => !all.some((check) => check.name === name)),
  ...args.filter((arg) => arg.startsWith('--') && arg !== '--fix'),
];
if (unknown.length > 0) {
  console.error(
    `There is no check "${unknown.join('", "')}". There is: ${all.map((check) => check.name).join(', ')}; and --fix.`,
  );
  process.exit(2);
}

const mark = { passed: '✓', failed: '✗', skipped: '–' } as const;
const results: { check: Check; verdict: Verdict }[] = [];

async function runOne(check: Check): Promise<void> {
  const started = performance.now();
  const verdict = await check
    .run(root, fix)
    .catch((error: unknown): Verdict => ({ state: 'failed', detail: String(error) }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${mark[verdict.state]} ${check.name.padEnd(24)} ${seconds.padStart(5)} s  ${verdict.note ?? ''}`.trimEnd(),
  );
  results.push({ check, verdict });
}

const wanted = (checks: readonly Check[]) => checks.filter((check) => names.length === 0 || names.includes(check.name));
const started = performance.now();
if (fix) for (const check of wanted(fixers)) await runOne(check);
await Promise.all((fix ? wanted(readers) : wanted(all)).map(runOne));

for (const { check, verdict } of results) {
  if (!verdict.detail || (verdict.state === 'passed' && names.length === 0 && check.name !== 'house')) continue;
  console.log(`\n── ${check.name} ${verdict.state === 'failed' ? 'failed' : ''}\n${verdict.detail}`);
}
const failed = results.filter(({ verdict }) => verdict.state === 'failed');
const skipped = results.filter(({ verdict }) => verdict.state === 'skipped');
const counts = `${results.length - failed.length - skipped.length} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
console.log(`\nchecks: ${counts} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
if (failed.length > 0) process.exitCode = 1;
