import { createCtx, createKeyRing, Secret } from '@balcao/kernel';
import { quietLog, testConfig } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { signLink } from './sign-link.ts';
import { verifyLink } from './verify-link.ts';

const MINUTE = 60_000;
const keyOf = (id: string, byte: number) => ({ id, key: new Secret(Buffer.alloc(32, byte).toString('base64')) });
const base = createCtx(testConfig(), { log: quietLog, keys: createKeyRing([keyOf('one', 1)]) });
const at = (iso: string, keys = base.keys) => ({ ...base, keys, clock: { ...base.clock, now: () => new Date(iso) } });
// Nothing here asks the database: a link is checked before anything is looked up.
const signer = (iso: string, keys = base.keys) =>
  ({ ...at(iso, keys), workspaceId: base.ids.uuid() }) as unknown as Parameters<typeof signLink>[0];
const mediaId = base.ids.uuid();

test('a link opens its one file until it expires, five to ten minutes from now', () => {
  const ctx = signer('2026-11-21T12:01:00Z');
  const { token, url, expiresAt } = signLink(ctx, mediaId);
  expect(url).toBe(`${ctx.config.publicUrl}/media/${token}`);
  expect(expiresAt).toEqual(new Date('2026-11-21T12:10:00Z'));
  expect(verifyLink(at('2026-11-21T12:09:59.999Z'), token)).toEqual({
    workspaceId: ctx.workspaceId,
    mediaId,
    expiresAt,
  });
  expect(() => verifyLink(at('2026-11-21T12:10:00Z'), token)).toThrow(/not valid/);
  // The same file asked for again soon has the same link, so that browsers keep what they have.
  expect(signLink({ ...ctx, clock: at('2026-11-21T12:04:59Z').clock }, mediaId).token).toBe(token);
});

test('nobody gets a link that lives longer than ten minutes', () => {
  const now = '2026-11-21T12:00:00Z';
  const wanted = signLink(signer(now), mediaId, { expiresInMs: 3_600_000 }).expiresAt.getTime();
  expect(wanted - Date.parse(now)).toBe(10 * MINUTE);
  expect(signLink(signer(now), mediaId, { expiresInMs: 1_000 }).expiresAt.getTime() - Date.parse(now)).toBe(1_000);
});

test('a link that was changed anywhere, cut, forged or made up is refused in the same words', () => {
  const now = '2026-11-21T12:00:00Z';
  const { token } = signLink(signer(now), mediaId);
  const [keyId = '', link = '', mac = ''] = token.split('.');
  const changed = [...token].map(
    (character, n) => token.slice(0, n) + (character === 'A' ? 'B' : 'A') + token.slice(n + 1),
  );
  const forged = signLink(signer(now, createKeyRing([keyOf('one', 9)])), mediaId).token;
  const others = [
    '',
    '.',
    '..',
    `${keyId}.${link}.`,
    `${keyId}..${mac}`,
    `.${link}.${mac}`,
    `${token}.x`,
    token.slice(1),
    forged,
    'x'.repeat(10_000),
    `none.${link}.${mac}`,
  ];
  for (const bad of [...changed, ...others]) {
    expect(() => verifyLink(at(now), bad), bad).toThrow('this link is not valid, or not any more');
  }
});

test('links made before a change of keys work until the old key is gone', () => {
  const now = '2026-11-21T12:00:00Z';
  const { token } = signLink(signer(now), mediaId);
  const rotated = createKeyRing([keyOf('two', 2), keyOf('one', 1)]);
  expect(verifyLink(at(now, rotated), token).mediaId).toBe(mediaId);
  expect(signLink(signer(now, rotated), mediaId).token.startsWith('two.')).toBe(true);
  expect(() => verifyLink(at(now, createKeyRing([keyOf('two', 2)])), token)).toThrow(/not valid/);
});
