import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkHouse, drawMap, readHouse } from '../check-house/index.ts';
import { completeLock, findMissing, type Lock } from './complete-lock.ts';
import { findBadLicences, listPackages } from './find-bad-licences.ts';
import { type Ran, runCommand } from './run-command.ts';

export interface Verdict {
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Beside the name, in one line. */
  readonly note?: string;
  /** Told in full: what is wrong, or what is worth knowing. */
  readonly detail?: string;
}
export interface Check {
  readonly name: string;
  run(root: string, fix: boolean): Promise<Verdict>;
}

const verdictOf = ({ code, output }: Ran): Verdict =>
  code === 0 ? { state: 'passed' } : { state: 'failed', detail: output };

/** A tool of node_modules, run by the Node that runs us. */
const tool = (root: string, path: string, ...args: string[]) =>
  runCommand(root, process.execPath, [join(root, 'node_modules', path), ...args]);

const format: Check = {
  name: 'format',
  run: async (root, fix) =>
    verdictOf(
      await tool(root, '@biomejs/biome/bin/biome', 'check', ...(fix ? ['--write'] : []), '--max-diagnostics=50'),
    ),
};

const lint: Check = {
  name: 'lint',
  run: async (root, fix) =>
    verdictOf(
      await tool(
        root,
        'oxlint/bin/oxlint',
        '--type-aware',
        '--report-unused-disable-directives',
        '--format=unix',
        ...(fix ? ['--fix'] : []),
      ),
    ),
};

const types: Check = {
  name: 'types',
  run: async (root) => verdictOf(await tool(root, 'typescript/bin/tsc', '-p', 'tsconfig.json', '--pretty', 'false')),
};

/** Pages are for browsers: their own compiler settings. */
const typesOf = (page: string, config: string): Check => ({
  name: `types of the ${page}`,
  run: async (root) => {
    if (!existsSync(join(root, config))) return { state: 'skipped', note: `no ${config}` };
    return verdictOf(await tool(root, 'typescript/bin/tsc', '-p', config, '--pretty', 'false'));
  },
});
const pageTypes = [
  typesOf('phone page', 'apps/phone/tsconfig.json'),
  typesOf('panel', 'apps/panel/tsconfig.json'),
  typesOf("panel's service worker", 'apps/panel/src/service-worker/tsconfig.json'),
] as const;

const house: Check = {
  name: 'house',
  run: async (root) => {
    const read = readHouse(root);
    const findings = checkHouse(read);
    const bad = findings.filter((one) => one.weight === 'wrong');
    const detail = findings.map(
      (one) =>
        `${one.path}${one.line ? `:${one.line}` : ''} [${one.rule}${one.weight === 'smell' ? ', only told' : ''}] ${one.sentence}`,
    );
    if (bad.length > 0) return { state: 'failed', detail: detail.join('\n') };
    return { state: 'passed', note: `${read.sources.size} files`, detail: [drawMap(read), ...detail].join('\n') };
  },
};

const deadCode: Check = {
  name: 'dead code',
  run: async (root) => verdictOf(await tool(root, 'knip/bin/knip.js', '--no-progress', '--no-config-hints')),
};

const lock: Check = {
  name: 'lock file',
  run: async (root, fix) => {
    const path = join(root, 'package-lock.json');
    const read = JSON.parse(readFileSync(path, 'utf8')) as Lock;
    const missing = findMissing(read);
    if (missing.length === 0) return { state: 'passed' };
    if (fix) {
      writeFileSync(path, `${JSON.stringify(completeLock(read), null, 2)}\n`);
      return { state: 'passed', note: `${missing.length} packages of other machines added` };
    }
    const names = missing.map((one) => `${one.name}@${one.version}`).join('\n');
    return {
      state: 'failed',
      detail: `npm ci will refuse this lock: packages for other machines are missing (npm run check -- --fix adds them)\n${names}`,
    };
  },
};

const licences: Check = {
  name: 'licences',
  run: async (root) => {
    const packages = listPackages(root);
    const bad = findBadLicences(packages);
    if (bad.length === 0) return { state: 'passed', note: `${packages.length} packages` };
    return { state: 'failed', detail: bad.map((one) => `${one.name}: ${one.licence} does not go with MIT`).join('\n') };
  },
};

const audit: Check = {
  name: 'audit',
  run: async (root) => {
    const { npm_execpath: npm } = process.env;
    const args = ['audit', '--json', '--audit-level=high', '--omit=dev', '--fetch-retries=0', '--fetch-timeout=15000'];
    const { code, output } = npm?.endsWith('.js')
      ? await runCommand(root, process.execPath, [npm, ...args])
      : await runCommand(root, 'npm', args);
    const start = output.indexOf('{');
    if (code === 0) return { state: 'passed' };
    if (start < 0 || !output.includes('"vulnerabilities"'))
      return { state: 'skipped', note: 'the registry gave no answer about known holes' };
    return { state: 'failed', detail: output.slice(start) };
  },
};

/** Fixers first: they write what the others read. */
export const fixers: readonly Check[] = [lint, format, lock];
export const readers: readonly Check[] = [types, house, ...pageTypes, deadCode, licences, audit];
