import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const json = (path: string) => JSON.parse(read(path)) as Record<string, Record<string, string>>;

const workspaces = ['apps', 'packages'].flatMap((top) =>
  readdirSync(join(root, top))
    .map((name) => `${top}/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json'))),
);

function* markdownIn(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name === 'data') continue;
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownIn(path);
    else if (entry.name.endsWith('.md')) yield path;
  }
}
const documents = [...markdownIn('.')];

/** Paths in backticks, and the targets of links. */
function pathsCitedIn(text: string): string[] {
  const tops = '(?:apps|packages|tests|bench|deploy|docs|scripts|\\.ci|\\.github)';
  const quoted = [...text.matchAll(new RegExp('`(' + tops + '/[\\w./@-]+)`', 'g'))].map((match) => match[1] ?? '');
  const inDiagrams = [
    ...text.matchAll(new RegExp(`(?<![\\w/.-])(${tops}/[\\w./-]+\\.(?:ts|tsx|sql|mjs|md|yaml|json))`, 'g')),
  ];
  return [...quoted, ...inDiagrams.map((match) => match[1] ?? '')].map((path) => path.replace(/[./]+$/, ''));
}

test.each(documents)('%s cites only paths that exist', (path) => {
  const text = read(path);
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) =>
    posix.join(posix.dirname(path), match[1] ?? ''),
  );
  const missing = [...pathsCitedIn(text), ...links].filter((cited) => !existsSync(join(root, cited)));
  expect(missing).toEqual([]);
});

test('the documents that a stranger looks for are there, the README in both languages', () => {
  for (const path of [
    'README.md',
    'README.pt-BR.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'LICENSE',
  ])
    expect(read(path).length, path).toBeGreaterThan(300);
  for (const readme of ['README.md', 'README.pt-BR.md']) {
    const first = read(readme).match(/```sh\n([\s\S]*?)```/)?.[1] ?? '';
    expect(
      first
        .trim()
        .split('\n')
        .map((line) => line.replace(/\s+#.*/, '')),
    ).toEqual(expect.arrayContaining(['npm start']));
    expect(read(readme)).toContain('npm test');
  }
});

test('every npm script the documents name exists', () => {
  const scripts = ['.', ...workspaces].flatMap((folder) => Object.keys(json(`${folder}/package.json`).scripts ?? {}));
  const named = documents.flatMap((path) =>
    [...read(path).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1]),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
});

test('dependencies are pinned to one version', () => {
  const loose = ['.', ...workspaces].flatMap((folder) => {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = json(`${folder}/package.json`);
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
  });
  expect(loose).toEqual([]);
});

test('the scripts of CI are executable, can be read by bash, and are what GitHub runs', () => {
  expect(statSync(join(root, '.ci/run')).mode & 0o111).not.toBe(0);
  const steps = readdirSync(join(root, '.ci/steps'));
  for (const script of ['.ci/run', ...steps.map((name) => `.ci/steps/${name}`)])
    execFileSync('bash', ['-n', join(root, script)]);
  const called = [...read('.ci/run').matchAll(/^step ([\w-]+) \d+$/gm)].map((match) => `${match[1]}.sh`);
  expect(called.toSorted()).toEqual(steps.filter((name) => name !== 'tools.sh').toSorted());
  expect(read('.github/workflows/ci.yml')).toContain('bash .ci/run');
});

test('workflows pin their actions and ask for no more than to read', () => {
  for (const name of readdirSync(join(root, '.github/workflows'))) {
    const text = read(`.github/workflows/${name}`);
    const workflow = parse(text) as { permissions: unknown };
    expect(workflow.permissions, name).toEqual({ contents: 'read' });
    for (const [, used] of text.matchAll(/uses: (\S+)/g))
      expect(used).toMatch(/^[\w-]+\/[\w-]+@(v\d+(\.\d+)*|[0-9a-f]{40})$/);
  }
});

test('the image copies the manifest of every workspace, and runs as nobody special', () => {
  const dockerfile = read('deploy/Dockerfile');
  for (const folder of workspaces) expect(dockerfile).toContain(`COPY ${folder}/package.json ${folder}/`);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toContain('HEALTHCHECK');
  const flags = JSON.parse(read('scripts/launch/server-flags.json')) as string[];
  const entry = JSON.parse(/^ENTRYPOINT (.+)$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
  expect(entry).toEqual(['node', ...flags, 'apps/server/src/main.ts']);
  for (const [, from] of dockerfile.matchAll(/^FROM (\S+)/gm)) expect(from).toBe('node:24-bookworm-slim');
});

test('compose gives the server only variables that it knows, and waits for healthy parts', async () => {
  interface Service {
    image: string;
    environment?: Record<string, string>;
    healthcheck?: unknown;
    depends_on?: Record<string, { condition: string }>;
  }
  const { services, volumes } = parse(read('deploy/compose.yaml')) as {
    services: Record<string, Service>;
    volumes: object;
  };
  const known = read('packages/kernel/src/config/variables.ts');
  for (const name of Object.keys(services.server?.environment ?? {}))
    expect(known).toMatch(new RegExp(`^ {2}${name}: `, 'm'));
  expect(services.server?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  for (const name of ['postgres', 'redis']) expect(services[name], name).toHaveProperty('healthcheck');
  for (const { image } of Object.values(services)) expect(image).not.toMatch(/:latest$|^[^:]+$/);
  expect(Object.keys(volumes)).toEqual(['data', 'postgres']);
});

test('both READMEs name every setting and every command', () => {
  const settings = [...read('packages/kernel/src/config/variables.ts').matchAll(/^ {2}([A-Z0-9_]+): /gm)].map(
    (match) => match[1] ?? '',
  );
  const help = execFileSync(process.execPath, [join(root, 'apps/server/src/main.ts'), '--help'], { encoding: 'utf8' });
  const commands = [...help.matchAll(/^ {2}([a-z]+)(?= )/gm)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'help');
  expect(settings.length).toBeGreaterThan(20);
  expect(commands.length).toBeGreaterThan(5);
  for (const readme of ['README.md', 'README.pt-BR.md']) {
    const text = read(readme);
    expect(settings.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    expect(commands.filter((name) => !new RegExp(`\`${name}[ \`]`).test(text))).toEqual([]);
  }
});
