import { randomBytes } from 'node:crypto';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { createKeyRing, Secret, type SecretKey } from '@balcao/kernel';
import { testCtx, testWorkspace } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { addressByName, saveAddress } from './addresses.ts';
import { resealAddresses } from './reseal-addresses.ts';

const makeKey = (id: string): SecretKey => ({ id, key: new Secret(randomBytes(32).toString('base64')) });

test('what an older key sealed is sealed again, once, and opens with the new one alone', async () => {
  const [older, newer] = [makeKey('older'), makeKey('newer')];
  const shop = await testWorkspace(await testCtx());
  const withKeys = (...keys: SecretKey[]): WorkspaceCtx => ({ ...shop, keys: createKeyRing(keys) });
  const input = { name: 'ERP', url: 'https://erp.example/', headers: [{ name: 'X-Key', value: 's3cret' }] };
  await withWorkspace(shop, (tx) => saveAddress(withKeys(older), tx, input));
  expect(await resealAddresses(withKeys(newer, older))).toEqual({ looked: 1, resealed: 1 });
  expect(await resealAddresses(withKeys(newer, older))).toEqual({ looked: 1, resealed: 0 });
  const found = await withWorkspace(shop, (tx) => addressByName(withKeys(newer), tx, 'erp'));
  expect(found).toEqual({ url: 'https://erp.example/', headers: { 'x-key': 's3cret' } });
});
