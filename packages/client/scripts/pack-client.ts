// npm run -s client:pack -w packages/client [-- FOLDER]: writes the package that integrators install, and says where it is.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import own from '../package.json' with { type: 'json' };
import { writeContractTypes } from './write-contract-types.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const contract = join(here, '../contract/src');
/** Of the contract, what needs no zod. */
const plainFiles = ['errors.ts', 'kinds.gen.ts', 'problem.ts'];

const compilerOptions = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'nodenext',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
  declaration: true,
  rootDir: 'src',
  outDir: 'dist',
};

const packageFile = {
  name: own.name,
  version: own.version,
  description: 'Typed client of the Balcão API, for Node 20 and newer and for browsers',
  license: own.license,
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20' },
  files: ['dist'],
  exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
};

function layOut(folder: string): void {
  const source = join(folder, 'src');
  cpSync(join(here, 'src'), source, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  mkdirSync(join(source, 'contract'));
  for (const file of plainFiles) copyFileSync(join(contract, file), join(source, 'contract', file));
  writeFileSync(join(source, 'contract.ts'), writeContractTypes());
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageFile, null, 2)}\n`);
  copyFileSync(join(here, 'README.md'), join(folder, 'README.md'));
  copyFileSync(join(here, '../../LICENSE'), join(folder, 'LICENSE'));
}

/** The compiler leaves the names of our sources in declarations; what is installed has other ones. */
function nameBuiltFiles(dist: string): void {
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.d.ts'))) {
    const path = join(dist, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(from '\.[^']*)\.ts'/g, "$1.js'"));
  }
}

const target = resolve(process.argv[2] ?? join(here, 'dist'));
const folder = mkdtempSync(join(tmpdir(), 'balcao-client-'));
try {
  layOut(folder);
  execFileSync(process.execPath, [join(here, '../../node_modules/typescript/bin/tsc'), '-p', folder], {
    stdio: 'inherit',
  });
  nameBuiltFiles(join(folder, 'dist'));
  mkdirSync(target, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--silent', '--offline', '--pack-destination', target], { cwd: folder });
  process.stdout.write(`${join(target, packed.toString().trim())}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
