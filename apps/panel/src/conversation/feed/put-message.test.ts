import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putMessage } from './put-message.ts';
import { messagesOf, type ThreadMessage, type ThreadPage, type ThreadPages } from './thread-pages.ts';

const PAGE = 4;
/** Only what the order looks at, and one thing that changes. */
const message = (seq: number, status = 'sent') => ({ id: `m${seq}`, seq, status }) as ThreadMessage;

/** As messages.thread answers: pages newest first, `middle` begins at an old message. */
function read(all: readonly ThreadMessage[], count: number, newest = Number.POSITIVE_INFINITY): ThreadPages {
  const sorted = all.toSorted((a, b) => b.seq - a.seq);
  const from = sorted.filter((one) => one.seq > newest).length;
  const pages = Array.from({ length: count }, (_, page) => {
    const begin = from + page * PAGE;
    const messages = sorted.slice(begin, begin + PAGE);
    return {
      messages,
      next: sorted.length > begin + PAGE ? (messages.at(-1)?.id ?? null) : null,
      newer: begin > 0 ? (messages[0]?.id ?? null) : null,
    } as ThreadPage;
  });
  return { pages: pages.filter((page, index) => index === 0 || page.messages.length > 0), pageParams: [] };
}

const events = fc.array(
  fc.record({ seq: fc.integer({ min: 1, max: 30 }), status: fc.constantFrom('read', 'failed') }),
  {
    maxLength: 25,
  },
);

test('an old thread with every event laid over it is the thread that would be read now', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 20 }), events, (count, size, told) => {
      const all = new Map(Array.from({ length: size }, (_, n) => [`m${n + 1}`, message(n + 1)]));
      let pages = read([...all.values()], count);
      const oldest = pages.pages.at(-1)?.next === null ? 0 : (messagesOf(pages)[0]?.seq ?? 0);
      // New messages get the next number, as in the talk; an event about an old one changes it.
      for (const { seq, status } of told) {
        const known = all.has(`m${seq}`);
        const changed = message(known ? seq : all.size + 1, status);
        all.set(changed.id, changed);
        pages = putMessage(pages, changed);
      }
      const fresh = [...all.values()].filter((one) => one.seq >= oldest).sort((a, b) => a.seq - b.seq);
      expect(messagesOf(pages)).toEqual(fresh);
    }),
    { numRuns: 300 },
  );
});

test('while an old part is looked at, a new message waits for its own page', () => {
  const all = Array.from({ length: 20 }, (_, n) => message(n + 1));
  const old = read(all, 1, 10);
  expect(putMessage(old, message(21))).toBe(old);
  expect(messagesOf(putMessage(old, message(9, 'read')))).toContainEqual(message(9, 'read'));
});

test('an event that comes before the older ones fills the hole when they come', () => {
  const late = putMessage(putMessage(read([message(1)], 1), message(3)), message(2));
  expect(messagesOf(late).map((one) => one.seq)).toEqual([1, 2, 3]);
});
