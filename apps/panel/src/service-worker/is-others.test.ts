import { expect, test } from 'vitest';
import { isOthers } from './is-others.ts';

test('answers of the API and media are never kept; pages of the panel are', () => {
  for (const path of ['/api/v1/me.get', '/media/x', '/realtime/', '/phone/', '/webhooks/whatsapp'])
    expect(isOthers(path), path).toBe(true);
  for (const path of ['/', '/inbox/1', '/apiary', '/contacts', '/assets/x.js'])
    expect(isOthers(path), path).toBe(false);
});
