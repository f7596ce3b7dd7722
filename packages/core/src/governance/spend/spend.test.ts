import { type BotSettings, readBotSettings } from '@balcao/contract';
import { sql, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { movableClock, testCtx, testLine, testWorkspace, ticketLab } from '@balcao/testkit';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { saveModel } from '../models/save-model.ts';
import { readBot } from '../settings/read-bot.ts';
import type { Bot } from '../settings/types.ts';
import { updateBot } from '../settings/update-bot.ts';
import { levelAt, reachOf } from './budget.ts';
import { removePrice, savePrice } from './keep-prices.ts';
import { costOf, type Price, priceOf, shippedPrices } from './price-of.ts';
import { readBudget } from './read-budget.ts';
import { reserveSpend } from './reserve-spend.ts';
import { settleSpend } from './settle-spend.ts';

const base = await testCtx();
const google = { vendor: 'google' as const, model: 'gemini-2.5-flash' };

describe('prices', () => {
  const at = (model: string, day = '2026-11-21', own: Price[] = []) =>
    priceOf(own, { model, vendor: model.includes('gemini') ? 'google' : 'openai-compatible' }, day);

  test.each([
    ['gemini-2.5-flash', 300_000],
    ['models/gemini-2.5-flash', 300_000],
    ['gemini-2.5-flash-preview-09-2025', 300_000],
    ['gemini-2.5-flash-lite', 100_000],
    ['gemini-2.5-flash-lite-001', 100_000],
    ['GPT-4o-mini', 150_000],
    ['gpt-4o-mini-2024-07-18', 150_000],
    ['gpt-4o', 2_500_000],
    ['gpt-4o-latest', 2_500_000],
  ])('%s is found', (model, micros) => {
    expect(at(model)).toMatchObject({ inputMicros: micros, by: 'program' });
  });

  test('a price holds from its day on', () => {
    expect(at('gemini-3.8-flash', '2026-12-31')).toMatchObject({ inputMicros: 750_000, outputMicros: 3_750_000 });
    expect(at('gemini-3.8-flash', '2027-01-01')).toMatchObject({ inputMicros: 1_500_000, outputMicros: 7_500_000 });
  });

  test('a bigger model of the family is not taken for the smaller one, and an unknown one counts as dear', () => {
    expect(at('gpt-5-pro').by).toBe('guess');
    expect(at('whatever-7b')).toMatchObject({ by: 'guess', inputMicros: 2_500_000 });
    expect(priceOf([], { vendor: 'ollama', model: 'qwen3:8b' }, '2026-11-21')).toMatchObject({
      inputMicros: 0,
      outputMicros: 0,
    });
  });

  test("a company's own price goes before, from its day on", () => {
    const own = (from: string, inputMicros: number): Price => ({
      model: 'gpt-4o-mini',
      from,
      inputMicros,
      outputMicros: 0,
      source: 'contrato',
      checked: null,
      by: 'company',
    });
    const prices = [own('2026-11-01', 90_000), own('2026-12-01', 80_000)];
    expect(
      [
        at('gpt-4o-mini', '2026-10-31', prices),
        at('gpt-4o-mini', '2026-11-21', prices),
        at('gpt-4o-mini', '2026-12-24', prices),
      ].map((price) => price.inputMicros),
    ).toEqual([150_000, 90_000, 80_000]);
  });

  test('every price of the program says where and when it was read', () => {
    for (const price of shippedPrices) {
      expect(price.source).toMatch(/^https:\/\//);
      expect(`${price.from} ${price.checked}`).toMatch(/^20\d\d-\d\d-\d\d 20\d\d-\d\d-\d\d$/);
    }
  });

  test('a cost is never rounded down', () => {
    expect(costOf({ inputMicros: 300_000, outputMicros: 2_500_000 }, { tokensIn: 1_000, tokensOut: 100 })).toBe(550);
    expect(costOf({ inputMicros: 100_000, outputMicros: 0 }, { tokensIn: 1, tokensOut: 0 })).toBe(1);
    expect(costOf({ inputMicros: 0, outputMicros: 0 }, { tokensIn: 9_999, tokensOut: 9 })).toBe(0);
  });
});

describe('where a day stands', () => {
  const budget = (change: Partial<BotSettings['budget']>) => ({
    ...readBotSettings({}).budget,
    perDayCents: 100,
    ...change,
  });

  test('first it saves, then it stops asking', () => {
    const stand = (cents: number, change = {}) => levelAt(budget(change), cents * 10_000);
    expect([0, 79, 80, 99, 100, 500].map((cents) => stand(cents))).toEqual([
      'full',
      'full',
      'saving',
      'saving',
      'local',
      'local',
    ]);
    expect(stand(80, { atWarn: 'local' })).toBe('local');
    expect(stand(99, { atWarn: 'nothing' })).toBe('full');
    expect(stand(100, { atEnd: 'handoff' })).toBe('handoff');
    expect(stand(99_999, { perDayCents: null })).toBe('full');
    expect(stand(0, { perDayCents: 0 })).toBe('local');
  });

  test('what only saves time ends at the warning', () => {
    expect(reachOf(budget({}), 'classify')).toBe(800_000);
    expect(reachOf(budget({}), 'answer')).toBe(1_000_000);
    expect(reachOf(budget({ atWarn: 'local' }), 'answer')).toBe(800_000);
    expect(reachOf(budget({ perDayCents: null }), 'answer')).toBeNull();
  });
});

describe('the books', () => {
  let ctx: WorkspaceCtx;
  let bot: Bot;
  const clock = movableClock('2026-11-21T15:00:00Z');
  const within = <T>(fn: (tx: Tx) => Promise<T>) => withWorkspace(ctx, fn);
  // 1000 in and 100 out are 550 millionths.
  const usage = { tokensIn: 1_000, tokensOut: 100 };
  const reserve = (purpose: 'answer' | 'classify' = 'answer', tokensOut = 100) =>
    within((tx) => reserveSpend(ctx, tx, bot, { purpose, models: [google], tokensIn: 1_000, tokensOut }));
  const modelId = () => bot.models[0]?.id ?? '';
  const settle = (id: string, more = {}) =>
    within((tx) => settleSpend(ctx, tx, bot, id, { purpose: 'answer', modelId: modelId(), ...usage, ...more }));
  const budgetNow = () => within((tx) => readBudget(ctx, tx, bot));
  const take = async () => {
    const taken = await reserve();
    if (!taken.ok) throw new Error(`refused: ${taken.level}`);
    return taken.id;
  };
  const setBudget = async (budget: Partial<BotSettings['budget']>) => {
    bot = await within((tx) => updateBot(tx, ctx, { settings: { budget } }));
  };

  beforeEach(async () => {
    ctx = { ...(await testWorkspace(base)), clock };
    await within((tx) =>
      saveModel(tx, ctx, {
        ...google,
        name: 'Gemini',
        purpose: 'answer',
        baseUrl: null,
        enabled: true,
        perMinute: null,
        perDay: null,
        tokensPerMinute: null,
        concurrency: 4,
        timeoutMs: 8_000,
      }),
    );
    bot = await within((tx) => readBot(ctx, tx));
  });

  test('what was reserved becomes what it cost', async () => {
    const reserved = await reserve('answer', 500);
    if (!reserved.ok) throw new Error('refused');
    expect(await budgetNow()).toMatchObject({
      spentMicros: 0,
      reservedMicros: 1_550,
      level: 'full',
      day: '2026-11-21',
    });
    expect(await settle(reserved.id)).toEqual({ costMicros: 550 });
    expect(await budgetNow()).toMatchObject({ spentMicros: 550, reservedMicros: 0 });
  });

  test('settled twice, it is counted once', async () => {
    const id = await take();
    await Promise.all([settle(id), settle(id), settle(id)]);
    await settle(id);
    expect(await budgetNow()).toMatchObject({ spentMicros: 550, reservedMicros: 0 });
  });

  test('forty at once for a budget of eighteen: eighteen pass', async () => {
    await setBudget({ perDayCents: 1, atWarn: 'nothing' });
    // 10 000 millionths a day, 550 each: 18 would be 9 900.
    const taken = await Promise.all(Array.from({ length: 40 }, () => reserve()));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(18);
    expect(new Set(taken.filter(({ ok }) => !ok).map(({ level }) => level))).toEqual(new Set(['local']));
    expect(await budgetNow()).toMatchObject({ reservedMicros: 9_900, refused: 22 });
  });

  test('at the warning classifying ends, at the end answering', async () => {
    await setBudget({ perDayCents: 1 });
    const passed: string[] = [];
    for (let i = 0; i < 30; i++) {
      for (const purpose of ['classify', 'answer'] as const) {
        const taken = await reserve(purpose);
        if (taken.ok) await settle(taken.id, { purpose });
        passed.push(`${purpose} ${taken.ok ? 'yes' : taken.level}`);
      }
    }
    const last = (text: string) => passed.lastIndexOf(text);
    expect(last('classify yes')).toBeLessThan(last('answer yes'));
    expect(passed).toContain('classify saving');
    expect(passed.slice(-2)).toEqual(['classify saving', 'answer local']);
    expect((await budgetNow()).spentMicros).toBeLessThanOrEqual(10_000);
    const told = await within((tx) =>
      tx.rows<{ level: string }>(
        sql(
          'test/budget-told',
          `select data ->> 'level' as level from ledger where type = 'bot.budget_reached' order by at, id`,
        ),
        [],
      ),
    );
    // People are told of each line once, however many come after it.
    expect(told.map(({ level }) => level)).toEqual(['saving', 'local']);
  });

  test('what nobody settles lapses, and settled late it still counts', async () => {
    await setBudget({ perDayCents: 1, atWarn: 'nothing' });
    const ids = await Promise.all(Array.from({ length: 18 }, take));
    expect((await reserve()).ok).toBe(false);
    clock.go(6 * 60_000);
    expect(await budgetNow()).toMatchObject({ reservedMicros: 0, level: 'full' });
    expect((await reserve()).ok).toBe(true);
    await settle(ids[0] ?? '');
    await settle(ids[0] ?? '');
    expect(await budgetNow()).toMatchObject({ spentMicros: 550, reservedMicros: 550 });
  });

  test('a new day begins at midnight where the company is', async () => {
    const noon = clock.now().getTime();
    await setBudget({ perDayCents: 0 });
    expect((await reserve()).ok).toBe(false);
    await setBudget({ perDayCents: 100 });
    await settle(await take());
    clock.go(Date.parse('2026-11-22T02:59:59Z') - clock.now().getTime());
    expect(await budgetNow()).toMatchObject({ day: '2026-11-21', spentMicros: 550 });
    clock.go(1_000);
    expect(await budgetNow()).toMatchObject({ day: '2026-11-22', spentMicros: 0 });
    clock.go(noon - clock.now().getTime());
  });

  test('without a limit everything passes and is counted; at the end a person may be what comes', async () => {
    await setBudget({ perDayCents: null });
    const taken = await Promise.all(Array.from({ length: 30 }, () => reserve('answer', 4_000)));
    expect(taken.every(({ ok, level }) => ok && level === 'full')).toBe(true);
    expect(await budgetNow()).toMatchObject({ limitMicros: null, level: 'full', reservedMicros: 30 * 10_300 });
    await setBudget({ perDayCents: 10, atEnd: 'handoff' });
    expect(await reserve()).toMatchObject({ ok: false, level: 'handoff' });
    expect((await budgetNow()).level).toBe('handoff');
  });

  test("a company's own price is what an answer costs from then on", async () => {
    const price = {
      model: google.model,
      from: '2026-11-01',
      inputMicros: 1_000_000,
      outputMicros: 0,
      source: 'contrato',
    };
    await settle(await take());
    await within((tx) => savePrice(tx, ctx, price));
    bot = await within((tx) => readBot(ctx, tx));
    expect(await settle(await take())).toEqual({ costMicros: 1_000 });
    expect((await budgetNow()).spentMicros).toBe(1_550);
    await within((tx) => removePrice(tx, ctx, price));
    await expect(within((tx) => removePrice(tx, ctx, price))).rejects.toMatchObject({ code: 'not_found' });
  });

  test('models that failed before are in the books, without a cost', async () => {
    const other = base.ids.uuid();
    await settle(await take(), { tried: [{ modelId: other }, { modelId: other }, { modelId: modelId() }] });
    await settle(await take(), { modelId: undefined, tried: [{ modelId: other }], tokensIn: 0, tokensOut: 0 });
    const rows = await within((tx) =>
      tx.rows(
        sql(
          'test/spend',
          'select model_id = $1 as other, requests, failures, tokens_in, micros from bot_spend order by 1',
        ),
        [other],
      ),
    );
    expect(rows).toEqual([
      { other: false, requests: 2, failures: 1, tokens_in: 1_000, micros: 550 },
      { other: true, requests: 3, failures: 3, tokens_in: 0, micros: 0 },
    ]);
    expect(await budgetNow()).toMatchObject({ spentMicros: 550, reservedMicros: 0 });
  });

  test('a ticket knows what it cost, by itself or by its talk', async () => {
    const line = await testLine({ ...base, clock });
    const lab = ticketLab(line);
    const ticketId = await lab.ticket();
    ctx = { ...line.ctx, clock };
    for (const more of [
      { ticketId },
      { conversationId: ticketId },
      { ticketId, conversationId: ticketId },
      {},
      { ticketId: base.ids.uuid() },
    ])
      await settle(await take(), more);
    const rows = await within((tx) =>
      tx.rows(sql('test/ticket-spend', 'select ticket_id, requests, tokens_in, micros from bot_ticket_spend'), []),
    );
    expect(rows).toEqual([{ ticket_id: ticketId, requests: 3, tokens_in: 3_000, micros: 3 * 550 }]);
  });

  test("no company spends another's", async () => {
    const id = await take();
    const ours = ctx;
    ctx = { ...(await testWorkspace(base)), clock };
    await settle(id);
    expect(await budgetNow()).toMatchObject({ spentMicros: 0, reservedMicros: 0 });
    ctx = ours;
    expect(await budgetNow()).toMatchObject({ spentMicros: 0, reservedMicros: 550 });
  });

  test('whatever is taken, settled and left, the day never spends more than its limit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('take', 'settle', 'leave'), { maxLength: 40 }), async (steps) => {
        ctx = { ...(await testWorkspace(base)), clock };
        await setBudget({ perDayCents: 1 });
        const held: string[] = [];
        for (const step of steps) {
          if (step === 'take') {
            const taken = await reserve();
            if (taken.ok) held.push(taken.id);
          } else if (step === 'settle' && held.length > 0) await settle(held.pop() ?? '', { modelId: undefined });
          const { spentMicros, reservedMicros } = await budgetNow();
          expect(spentMicros + reservedMicros).toBeLessThanOrEqual(10_000);
          expect(reservedMicros).toBe(held.length * 550);
        }
      }),
      { numRuns: 5 },
    );
  });
});
