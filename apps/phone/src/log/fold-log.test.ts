import { expect, test } from 'vitest';
import { foldLog, type LogCard, type LogEvent, questionOf, replyMsOf, stepsWithAnswer } from './fold-log.ts';

let count = 0;
const at = (ms: number) => new Date(1_800_000_000_000 + ms).toISOString();
function event(ms: number, type: string, messageId: string | null, data: Record<string, unknown> = {}): LogEvent {
  count += 1;
  return { cursor: String(count), at: at(ms), type, conversationId: 'c1', messageId, data };
}
const fold = (events: LogEvent[]): LogCard[] => events.reduce(foldLog, []);

const talk = [
  event(20, 'message.received', 'in', { kind: 'text', text: 'Oi', receivedAt: at(0) }),
  event(26, 'message.queued', 'out', { kind: 'text', text: 'Olá!' }),
  event(60, 'message.status', 'out', { status: 'accepted' }),
  event(110, 'message.status', 'out', { status: 'sent' }),
];

test('the events of one message become one card with its steps, newest message first', () => {
  const [answer, question] = fold(talk);
  expect(answer).toMatchObject({ direction: 'out', text: 'Olá!' });
  expect(answer?.steps.map((step) => step.name)).toEqual(['queued', 'accepted', 'sent']);
  expect(question).toMatchObject({ direction: 'in', text: 'Oi' });
  expect(question?.steps.map((step) => step.name)).toEqual(['received', 'stored']);
});

test('the reply time runs from the receipt to the acceptance of the answer', () => {
  const cards = fold(talk);
  const [answer, question] = cards as [LogCard, LogCard];
  expect(questionOf(cards, answer)).toBe(question);
  expect(replyMsOf(answer, question)).toBe(60);
  expect(stepsWithAnswer(cards, question).map((step) => step.name)).toEqual(['received', 'stored', 'turn']);
});

test('late events take their place, repeated ones change nothing', () => {
  const [queued, sent, accepted] = [talk[1], talk[3], talk[2]] as [LogEvent, LogEvent, LogEvent];
  const cards = fold([queued, sent, accepted]);
  expect(cards[0]?.steps.map((step) => step.name)).toEqual(['queued', 'accepted', 'sent']);
  expect(foldLog(cards, accepted)).toBe(cards);
});

test('what is not about a message stands for itself, and the list is bounded', () => {
  expect(fold([event(0, 'channel.created', null)])).toMatchObject([{ direction: 'none', kind: 'channel.created' }]);
  expect(fold(Array.from({ length: 500 }, (_, n) => event(n, 'message.queued', `m${n}`)))).toHaveLength(120);
});
