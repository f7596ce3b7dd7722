import { expect, test } from 'vitest';
import { createDraftStore } from './draft-store.ts';

function storageOf(limit = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem(name: string, value: string) {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, value);
    },
  };
}

const day = 86_400_000;

test('what was begun is there after a reload, each conversation its own, message and note apart', () => {
  const storage = storageOf();
  const first = createDraftStore(storage, 'd', () => 0);
  first.set('a', { text: 'olá', note: 'cuidado' });
  first.set('b', { text: 'tchau', note: '' });
  const after = createDraftStore(storage, 'd', () => day);
  expect(after.get('a')).toMatchObject({ text: 'olá', note: 'cuidado' });
  expect(after.get('b').text).toBe('tchau');
  expect(after.get('c').text).toBe('');
});

test('an emptied draft is gone, and so is one of a month ago', () => {
  const storage = storageOf();
  const store = createDraftStore(storage, 'd', () => 0);
  store.set('a', { text: 'x', note: '' });
  store.set('b', { text: 'y', note: '' });
  store.set('a', { text: ' ', note: '' });
  expect(store.has('a')).toBe(false);
  expect(createDraftStore(storage, 'd', () => 31 * day).has('b')).toBe(false);
});

test('a storage that is full, closed or spoiled loses nothing that the page still has', () => {
  const store = createDraftStore(storageOf(2), 'd', () => 0);
  store.set('a', { text: 'fica', note: '' });
  expect(store.get('a').text).toBe('fica');
  const spoiled = { getItem: () => '{"a":{"text":1},"b":', setItem: () => undefined };
  expect(createDraftStore(spoiled, 'd', () => 0).get('a').text).toBe('');
});
