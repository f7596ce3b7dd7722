import { expect, test } from 'vitest';
import { openBook } from './open-book.ts';

const ana = '5511970000000';
const bia = '5512970000001';
const zero = { doubled: 0, disordered: 0, misdirected: 0, strange: 0, lost: 0 };

function reply(question: { text: string }, to: string, id: string) {
  return { id, to, text: question.text, tag: undefined, at: 5 };
}

test('a reply to the right person, once and in order, is all right', () => {
  const book = openBook('t');
  const [one, two] = [book.ask(ana), book.ask(ana)];
  for (const { nonce } of [one, two]) book.acked(nonce, 1);
  expect(book.replied(reply(one, ana, 'a'))).toBe(one.nonce);
  expect(book.replied(reply(two, ana, 'b'))).toBe(two.nonce);
  expect(book.totals()).toMatchObject({ ...zero, acked: 2, answered: 2 });
});

test('what was acknowledged and not answered is lost; what was refused is not', () => {
  const book = openBook('t');
  book.acked(book.ask(ana).nonce, 1);
  book.ask(bia);
  expect(book.totals()).toMatchObject({ ...zero, lost: 1 });
});

test('doubles, disorder, a wrong person and a stranger’s text are each seen', () => {
  const book = openBook('t');
  const [one, two, other] = [book.ask(ana), book.ask(ana), book.ask(bia)];
  book.replied(reply(two, ana, 'a'));
  book.replied(reply(one, ana, 'b'));
  book.replied(reply(one, ana, 'c'));
  book.replied(reply(other, ana, 'd'));
  book.replied({ id: 'e', to: ana, text: 'no nonce', tag: undefined, at: 5 });
  book.replied({ id: 'f', to: ana, text: '[u-0] of another run', tag: undefined, at: 5 });
  expect(book.totals()).toMatchObject({ doubled: 1, disordered: 1, misdirected: 1, strange: 2 });
});
