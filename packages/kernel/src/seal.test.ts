import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { Secret, type SecretKey } from './config/index.ts';
import { Fault } from './errors.ts';
import { addKeyToFile, openKeyFile } from './key-file.ts';
import { createKeyRing } from './seal.ts';

const makeKey = (id: string): SecretKey => ({ id, key: new Secret(randomBytes(32).toString('base64')) });
const [older, newer, stranger] = [makeKey('k1'), makeKey('k2'), makeKey('k1')];
const ring = createKeyRing([newer, older]);
const oldRing = createKeyRing([older]);

test('what is sealed opens again in its place, and only the ring can read it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, aad) => {
      const whole = text.toWellFormed(); // lone halves of surrogate pairs have no UTF-8
      const sealed = ring.seal(whole, aad);
      expect(ring.open(sealed, aad)).toBe(whole);
      expect(sealed).toMatch(/^k2\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/);
    }),
  );
});

test('the same text never seals twice alike', () => {
  expect(new Set(Array.from({ length: 100 }, () => ring.seal('x', 'y'))).size).toBe(100);
});

function thrownBy(fails: () => unknown): unknown {
  try {
    return fails();
  } catch (error) {
    return error;
  }
}

test('another place, another key, or any altered letter: a fault that tells nothing', () => {
  const text = 'EAAG-very-secret';
  const sealed = ring.seal(text, 'w1:channels.token');
  const fails = (value: string, aad: string, keys = ring) => {
    const fault = thrownBy(() => keys.open(value, aad));
    expect(fault).toBeInstanceOf(Fault);
    const told = inspect(fault, { depth: 9 });
    expect(told).not.toContain('EAAG');
    expect(told).not.toContain(sealed.split('.')[3]);
  };
  fails(sealed, 'w2:channels.token');
  fails(oldRing.seal(text, 'a'), 'a', createKeyRing([stranger]));
  fails(sealed, 'w1:channels.token', oldRing);
  for (const broken of ['', 'x', '...', 'k2...', `${sealed}.x`, `${sealed}AAAA`, sealed.slice(0, -3)])
    fails(broken, 'w1:channels.token');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'B', '-', '_', 'z', '.', 'é'), (at, letter) => {
      const altered = sealed.slice(0, at) + letter + sealed.slice(at + 1);
      // The last letter of base64 has bits that mean nothing: then the bytes are the same.
      fc.pre(altered !== sealed && !sameBytes(altered, sealed));
      fails(altered, 'w1:channels.token');
    }),
  );
});

const sameBytes = (a: string, b: string) => {
  const bytes = (text: string) =>
    text.split('.').map((part, i) => (i === 0 ? part : Buffer.from(part, 'base64url').toString('hex')));
  return bytes(a).join('.') === bytes(b).join('.');
};

test('a short authentication tag is refused', () => {
  const [id, nonce, tag, text] = ring.seal('x', 'y').split('.');
  const short = Buffer.from(tag ?? '', 'base64url')
    .subarray(0, 4)
    .toString('base64url');
  expect(() => ring.open([id, nonce, short, text].join('.'), 'y')).toThrow(Fault);
});

test('rotation: the old key still opens, and says that it should be sealed again', () => {
  const before = oldRing.seal('token', 'place');
  expect(oldRing.needsReseal(before)).toBe(false);
  expect(ring.open(before, 'place')).toBe('token');
  expect(ring.needsReseal(before)).toBe(true);
  expect(ring.needsReseal(ring.seal('token', 'place'))).toBe(false);
  expect(ring.currentKeyId).toBe('k2');
});

test('a ring without keys, or with a short one, is refused', () => {
  expect(() => createKeyRing([])).toThrow(Fault);
  expect(() => createKeyRing([{ id: 'k', key: new Secret('c2hvcnQ=') }])).toThrow(Fault);
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const makeFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-keys-'));
  folders.push(folder);
  return folder;
};

test('without SECRET_KEYS a ring is made once, readable by its owner only, and found again', () => {
  const dataDir = makeFolder();
  const first = openKeyFile(dataDir);
  const file = join(dataDir, 'keys', 'ring');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, 'keys')).mode & 0o777).toBe(0o700);
  const sealed = createKeyRing(first).seal('x', 'y');
  expect(createKeyRing(openKeyFile(dataDir)).open(sealed, 'y')).toBe('x');
  expect(readdirSync(join(dataDir, 'keys'))).toEqual(['ring']);
});

test('a damaged key file stops the program and is left as it is', () => {
  const dataDir = makeFolder();
  openKeyFile(dataDir);
  const file = join(dataDir, 'keys', 'ring');
  writeFileSync(file, 'garbage');
  expect(() => openKeyFile(dataDir)).toThrow(Fault);
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe('garbage');
});

test('a key added to the file is found by a program that runs, and becomes its current one', () => {
  const dataDir = makeFolder();
  const running = createKeyRing(openKeyFile(dataDir), () => openKeyFile(dataDir));
  const before = running.seal('old', 'y');
  expect(addKeyToFile(dataDir)).toBe('k2');
  const sealed = createKeyRing(openKeyFile(dataDir)).seal('new', 'y');
  expect(sealed).toMatch(/^k2\./);
  expect(running.open(sealed, 'y')).toBe('new');
  expect(running.currentKeyId).toBe('k2');
  expect([running.open(before, 'y'), running.needsReseal(before)]).toEqual(['old', true]);
  expect(statSync(join(dataDir, 'keys', 'ring')).mode & 0o777).toBe(0o600);
});
