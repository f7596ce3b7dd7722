import { expect, test } from 'vitest';
import { createKeptSends, type KeptSend } from './kept-sends.ts';

function storageOf() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
}
const at = '2026-11-21T08:00:00.000Z';
const today = () => Date.parse(at) + 60_000;
const send = (clientId: string): KeptSend => ({
  conversationId: 'c',
  clientId,
  at,
  content: { kind: 'text', text: clientId },
  failed: false,
  lostFile: false,
});
const ids = (all: readonly KeptSend[]) => all.map(({ clientId }) => clientId);

test('what was on its way is there after a reload, until it arrived or was thrown away', () => {
  const storage = storageOf();
  const page = createKeptSends(storage, 's', today);
  page.keep([send('a'), send('b')]);
  expect(ids(createKeptSends(storage, 's', today).all())).toEqual(['a', 'b']);
  page.keep([send('b')]);
  expect(ids(createKeptSends(storage, 's', today).all())).toEqual(['b']);
  page.keep([]);
  expect(createKeptSends(storage, 's', today).all()).toEqual([]);
});

test('two tabs keep their own beside each other; a week later, or spoiled, it is gone', () => {
  const storage = storageOf();
  const [one, other] = [createKeptSends(storage, 's', today), createKeptSends(storage, 's', today)];
  one.keep([send('a')]);
  other.keep([send('b')]);
  one.keep([]);
  expect(ids(other.all())).toEqual(['b']);
  expect(createKeptSends(storage, 's', () => today() + 8 * 86_400_000).all()).toEqual([]);
  storage.setItem('s', '[{"clientId":1},7,{"a"');
  expect(createKeptSends(storage, 's', today).all()).toEqual([]);
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(() => createKeptSends(full, 's', today).keep([send('a')])).not.toThrow();
});
