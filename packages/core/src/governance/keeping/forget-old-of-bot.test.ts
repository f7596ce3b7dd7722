import { sql, withWorkspace } from '@balcao/db';
import { movableClock, testCtx, testWorkspace } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { createContact } from '../../contacts/index.ts';
import { keepCached } from '../cache/keep-cached.ts';
import { remember } from '../memory/remember.ts';
import { readBot } from '../settings/read-bot.ts';
import { updateBot } from '../settings/update-bot.ts';
import { reserveSpend } from '../spend/reserve-spend.ts';
import { settleSpend } from '../spend/settle-spend.ts';
import { forgetOldOfBot } from './forget-old-of-bot.ts';

const clock = movableClock('2026-11-21T15:00:00Z');
const base = { ...(await testCtx()), clock };
const left = sql(
  'test/left-of-bot',
  `select (select count(*) from bot_reservations) as reservations, (select count(*) from answer_cache) as answers, (select count(*) from bot_memories) as memories`,
);

test('what is over goes, and nothing before its time', async () => {
  const ctx = await testWorkspace(base);
  const count = () => withWorkspace(ctx, (tx) => tx.one(left, []));
  await withWorkspace(ctx, async (tx) => {
    const bot = await updateBot(tx, ctx, { settings: { memory: { keepDays: 30 }, cache: { hours: 100 } } });
    const { contact } = await createContact(tx, ctx, { name: 'Ana', phone: '11988887777' });
    await remember(tx, ctx, { contactId: contact.id, kind: 'fact', key: 'a', text: 'x', saidAt: clock.now() });
    const made = {
      sources: [],
      made: {},
      known: [],
      usedTools: false,
      passageIds: [base.ids.uuid()],
      contactId: contact.id,
    };
    await keepCached(ctx, tx, bot, {
      question: 'qual o prazo de entrega',
      answer: 'Dois dias.',
      knowledgeVersion: 'k',
      language: 'pt-BR',
      ...made,
    });
    const settled = await reserveSpend(ctx, tx, bot, { purpose: 'answer', models: [], tokensIn: 1, tokensOut: 1 });
    if (settled.ok)
      await settleSpend(ctx, tx, await readBot(ctx, tx), settled.id, { purpose: 'answer', tokensIn: 0, tokensOut: 0 });
  });
  expect(await count()).toEqual({ reservations: 1, answers: 1, memories: 1 });
  for (const [days, after] of [
    [1, { reservations: 1, answers: 1, memories: 1 }],
    [2, { reservations: 0, answers: 1, memories: 1 }],
    [2, { reservations: 0, answers: 0, memories: 1 }],
    [26, { reservations: 0, answers: 0, memories: 0 }],
  ] as const) {
    clock.go(days * 86_400_000);
    await forgetOldOfBot(base);
    expect(await count()).toEqual(after);
  }
});
