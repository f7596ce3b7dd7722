import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inWorkspace, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { createRunner, type Runner } from '@balcao/jobs';
import { movableClock, type TestLine, testCtx, testLine, testMember } from '@balcao/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identify } from '../contacts/index.ts';
import { openOrResume } from '../conversations/index.ts';
import { receive } from '../messages/index.ts';
import {
  archiveIntent,
  askToLearn,
  correctIntent,
  findToLabel,
  learn,
  learnIntentsJob,
  listExamples,
  listIntents,
  loadClassifier,
  OUTSIDE,
  readModelState,
  removeExample,
  saveIntent,
  teach,
  trySentence,
} from './index.ts';
import { readStartingSet } from './starting-set/read-starting-set.ts';
import { startingModel } from './starting-set/starting-model.ts';
import { EXAMPLES_AT_MOST, INTENTS_AT_MOST } from './types.ts';

const clock = movableClock('2026-11-21T12:00:00Z');
const base = { ...(await testCtx()), clock };
const never = new AbortController().signal;
/** Every sixth sentence: enough to tell apart what is asked here, and quick to learn. */
const few = readStartingSet().filter((_, n) => n % 6 === 0);
const learnFew = (at: WorkspaceCtx) => learn(at, never, few);

let line: TestLine;
let ctx: WorkspaceCtx;
const runners: Runner[] = [];
beforeEach(async () => {
  line = await testLine(base);
  ctx = line.ctx;
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  await base.db.login.query('delete from jobs');
});

const within = <T>(work: Parameters<typeof withWorkspace<T>>[1], at = ctx) => withWorkspace(at, work);
const understood = (text: string, at = ctx) => within(async (tx) => (await loadClassifier(at, tx)).classify(text), at);
const say = (key: string, texts: readonly string[], at = ctx) =>
  within((tx) => teach(at, tx, { key, texts, source: 'person' }), at);
const state = (at = ctx) => within((tx) => readModelState(at, tx), at);
const jobs = async () =>
  (await base.db.login.query<{ n: number }>(`select count(*)::int as n from jobs where name = 'intents.learn'`)).rows[0]
    ?.n;

/** A worker that learns whatever is due. */
function worker(): Runner {
  const runner = createRunner(base, [learnIntentsJob], {
    [learnIntentsJob.name]: async (jobCtx, { workspaceId }: { workspaceId: string }, { signal }) =>
      void (await learn(inWorkspace(jobCtx, workspaceId), signal, few)),
  });
  runners.push(runner);
  return runner;
}

async function write(texts: readonly string[], at = line) {
  const conversationId = await within(async (tx) => {
    const waId = `55119${String(Math.floor(Number.parseInt(at.ctx.ids.uuid().slice(-6), 16))).padStart(8, '0')}`;
    const { people } = await identify(tx, at.ctx, [{ waId, profileName: 'Ana' }]);
    const contactId = people[0]?.contactId ?? '';
    const talks = await openOrResume(at.ctx, tx, at.channel.id, [{ contactId, waId }]);
    const id = talks.get(contactId) ?? '';
    const common = {
      conversationId: id,
      direction: 'in',
      origin: 'customer',
      kind: 'text',
      content: null,
      replyTo: null,
    } as const;
    const more = { mediaId: null, receiptId: at.ctx.ids.uuid(), live: true, wakes: false } as const;
    const messages = texts.map((body) => {
      const messageId = at.ctx.ids.uuid();
      return { ...common, ...more, id: messageId, providerId: `wamid.${messageId}`, body, at: clock.now() };
    });
    await receive(at.ctx, tx, at.channel.id, messages);
    return id;
  }, at.ctx);
  return conversationId;
}

test('without a word of its own a company goes by the starting model', async () => {
  expect(await understood('kd meu pedidu')).toMatchObject({ intent: 'order_status' });
  expect((await within((tx) => loadClassifier(ctx, tx))).version).toBe(startingModel().version);
  expect(await state()).toMatchObject({ madeAt: null, pending: false });
});

test('an intent of its own is learned in the background, together with all that came in ten seconds', async () => {
  const key = await within((tx) => saveIntent(ctx, tx, { name: 'Troca de óleo', border: 'Revisão e óleo do carro.' }));
  expect(key).toBe('troca_de_oleo');
  expect(await say(key, ['quero trocar o óleo do carro', 'quanto tempo leva a troca de oleo'])).toMatchObject({
    added: 2,
  });
  await say(key, [
    'fazem troca de óleo aí?',
    'tá na hora de trocar o óleo',
    'troca de óleo do gol',
    'óleo vencido do carro',
  ]);
  expect(await jobs()).toBe(1);
  expect(await state()).toMatchObject({ pending: true, version: startingModel().version });
  const runner = worker();
  expect(await runner.drain()).toBe(0);
  clock.go(12_000);
  expect(await runner.drain()).toBe(1);
  expect(await understood('qro fazer a troca do oleo do meu corsa')).toMatchObject({ intent: key });
  expect(await understood('kd meu pedido')).toMatchObject({ intent: 'order_status' });
  const after = await state();
  expect(after).toMatchObject({
    pending: false,
    evaluation: { examples: expect.any(Number), ownAccuracy: expect.any(Number) },
  });
  expect(after.evaluation.intents.find((one) => one.key === key)).toMatchObject({ examples: 6 });
  expect(await jobs()).toBe(0);
});

test('a correction is one click: the words without numbers, told again it moves, and is taken back', async () => {
  const member = await testMember(ctx);
  const correct = (text: string, key: string, messageId = ctx.ids.uuid()) =>
    within((tx) => correctIntent(member.ctx, tx, { messageId, text, key }));
  const first = await correct('meu cpf é 123.456.789-09, mail ana@x.com, manda o carnê do lote', 'boleto_copy');
  expect(first).toMatchObject({
    changed: true,
    example: {
      key: 'boleto_copy',
      source: 'correction',
      text: 'meu cpf é 000.000.000-00, mail nome@exemplo.com, manda o carnê do lote',
    },
  });
  expect(await correct('manda o carnê do lote!!', 'boleto_copy')).toMatchObject({ changed: true });
  expect(await correct('Manda o carne do lote!', 'boleto_copy')).toMatchObject({ changed: false });
  const moved = await correct('manda o CARNÊ do lote?', 'invoice');
  expect(moved).toMatchObject({ changed: true, example: { key: 'invoice' } });
  const { examples } = await within((tx) => listExamples(ctx, tx, 'invoice', { limit: 2 }));
  expect(examples).toMatchObject([
    { id: moved.example.id, source: 'correction' },
    { id: null, source: 'starting' },
  ]);
  expect(await within((tx) => removeExample(ctx, tx, moved.example.id))).toBe(true);
  expect(await within((tx) => removeExample(ctx, tx, moved.example.id))).toBe(false);
  await expect(correct('', 'invoice')).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(correct('oi', 'nao_existe')).rejects.toMatchObject({ code: 'not_found' });
  const long = await correct(`quero ${'muito '.repeat(200)}`, 'price');
  expect(long.example.text.length).toBeLessThanOrEqual(300);
});

test('the ledger tells of it without its words', async () => {
  await say('invoice', ['segredo do cliente fulano']);
  const { rows } = await base.db.login.query<{ type: string; row: string }>(
    `select type, l::text as row from ledger l where workspace_id = $1 and type like 'intent%'`,
    [ctx.workspaceId],
  );
  expect(rows.map((one) => one.type)).toEqual(['intent.taught']);
  expect(rows[0]?.row).not.toMatch(/segredo|fulano/);
});

test('the same by several processes at once is learned once, and all agree on the version', async () => {
  await say('invoice', ['me vê o canhoto da compra', 'cadê o canhoto']);
  await Promise.all([learnFew(ctx), learnFew(ctx), learnFew(ctx)]);
  const { rows } = await base.db.login.query('select version from intent_models where workspace_id = $1', [
    ctx.workspaceId,
  ]);
  expect(rows).toHaveLength(1);
  expect((await state()).version).toBe(rows[0]?.version);
  expect(await learnFew(ctx)).toBe(false);
  const { rows: told } = await base.db.login.query(
    `select from ledger where workspace_id = $1 and type = 'intents.learned'`,
    [ctx.workspaceId],
  );
  expect(told).toHaveLength(1);
});

test('what is taught while somebody learns is learned after it, and old models go', async () => {
  const old = `insert into intent_models (workspace_id, version, model, evaluation, examples, made_at)
    select $1, 'old ' || n, '', '{}', 0, now() - interval '1 day' from generate_series(1, 5) n`;
  await base.db.login.query(old, [ctx.workspaceId]);
  await say('invoice', ['canhoto da compra']);
  const learning = learnFew(ctx);
  while ((await state()).version === startingModel().version) {
    await say('address', [`mapa do tesouro ${ctx.ids.uuid().slice(-4)}`]);
    await sleep(20);
  }
  await learning;
  expect(await state()).toMatchObject({ pending: true });
  await learnFew(ctx);
  expect(await state()).toMatchObject({ pending: false });
  const { rows } = await base.db.login.query('select from intent_models where workspace_id = $1', [ctx.workspaceId]);
  expect(rows).toHaveLength(3);
});

test('told to stop, it stops and changes nothing', async () => {
  await say('invoice', ['canhoto']);
  const stop = new AbortController();
  const learning = learn(ctx, stop.signal);
  setTimeout(() => stop.abort(), 30);
  await expect(learning).rejects.toThrow(/stop/);
  expect(await state()).toMatchObject({ pending: true, version: startingModel().version });
});

test('an archived intent is understood no more; with nothing of its own left the starting model serves again', async () => {
  expect(await within((tx) => archiveIntent(ctx, tx, 'invoice', true))).toBe(true);
  expect(await within((tx) => archiveIntent(ctx, tx, 'invoice', true))).toBe(false);
  await learnFew(ctx);
  expect(await understood('quero a nota fiscal da minha compra')).toMatchObject({ intent: OUTSIDE });
  await expect(say('invoice', ['x y z'])).rejects.toMatchObject({ code: 'not_found' });
  await within((tx) => archiveIntent(ctx, tx, 'invoice', false));
  await learnFew(ctx);
  expect(await understood('quero a nota fiscal da minha compra')).toMatchObject({ intent: 'invoice' });
  expect((await state()).version).toBe(startingModel().version);
  await expect(within((tx) => archiveIntent(ctx, tx, OUTSIDE, true))).rejects.toMatchObject({ code: 'conflict' });
});

test('names may change, keys stay; one name is one intent', async () => {
  await within((tx) => saveIntent(ctx, tx, { key: 'invoice', name: 'Nota', border: 'Só NF-e.' }));
  const list = await within((tx) => listIntents(ctx, tx, 'en'));
  expect(list.find(({ key }) => key === 'invoice')).toMatchObject({ name: 'Nota', border: 'Só NF-e.', starting: true });
  expect(list.find(({ key }) => key === 'refund')).toMatchObject({ name: 'Refund' });
  const make = (name: string) => within((tx) => saveIntent(ctx, tx, { name, border: '' }));
  expect(await make('100% à vista')).toBe('a_vista');
  for (const name of ['À Vista', 'invoice', 'Outside'])
    await expect(make(name), name).rejects.toMatchObject({ code: 'conflict' });
  const both = await Promise.allSettled([make('Garantia'), make('garantia')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('there are limits, also for two at once', async () => {
  await base.db.login.query(
    `insert into intent_examples (workspace_id, id, key, text, normal, source, created_at)
     select $1, gen_random_uuid(), 'invoice', 'frase ' || n, 'frase ' || n, 'person', now() from generate_series(1, $2) n`,
    [ctx.workspaceId, EXAMPLES_AT_MOST - 1],
  );
  const both = await Promise.allSettled([say('price', ['uma frase nova']), say('price', ['outra frase nova'])]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(say('price', ['mais uma'])).rejects.toMatchObject({ code: 'over_limit' });
  await base.db.login.query(
    `insert into intents (workspace_id, key, name, created_at, updated_at)
     select $1, 'proprio_' || n, 'Próprio', now(), now() from generate_series(1, $2) n`,
    [ctx.workspaceId, INTENTS_AT_MOST],
  );
  const more = within((tx) => saveIntent(ctx, tx, { name: 'Mais um', border: '' }));
  await expect(more).rejects.toMatchObject({ code: 'over_limit' });
  await expect(say('price', ['...'])).rejects.toMatchObject({ code: 'invalid_input' });
});

test('another company sees none of it', async () => {
  const other = (await testLine(base)).ctx;
  const key = await within((tx) => saveIntent(ctx, tx, { name: 'Só nosso', border: '' }));
  await say(key, ['frase só nossa mesmo', 'essa também é só nossa']);
  await learnFew(ctx);
  expect((await understood('frase só nossa mesmo')).intent).toBe(key);
  expect((await understood('frase só nossa mesmo', other)).intent).not.toBe(key);
  expect((await within((tx) => listIntents(other, tx, 'pt-BR'), other)).map((one) => one.key)).not.toContain(key);
  await expect(within((tx) => listExamples(other, tx, key, { limit: 5 }), other)).rejects.toMatchObject({
    code: 'not_found',
  });
  const { examples } = await within((tx) => listExamples(ctx, tx, key, { limit: 5 }));
  expect(await within((tx) => removeExample(other, tx, examples[0]?.id ?? ''), other)).toBe(false);
  expect(await state(other)).toMatchObject({ version: startingModel().version, pending: false });
});

test('pages of examples go through the own ones and then the starting ones, each once', async () => {
  await say('boleto_copy', ['carnê um', 'carnê dois', 'carnê três']);
  const seen: (string | null)[] = [];
  let before: string | undefined;
  do {
    const page = await within((tx) => listExamples(ctx, tx, 'boleto_copy', { before, limit: 50 }));
    seen.push(...page.examples.map(({ text }) => text));
    before = page.next ?? undefined;
  } while (before !== undefined);
  expect(seen.slice(0, 3)).toEqual(['carnê três', 'carnê dois', 'carnê um']);
  expect(new Set(seen).size).toBe(seen.length);
  const starting = startingModel().evaluation.intents.find(({ key }) => key === 'boleto_copy');
  expect(seen).toHaveLength(3 + (starting?.examples ?? 0));
});

test('what the model was least certain about is offered to be named, once, and not when it is named already', async () => {
  const odd = 'o negócio do coiso lá do outro dia';
  const talk = await write([odd, 'quero a segunda via do boleto', 'O NEGÓCIO do coiso la do outro dia']);
  const hidden = await write(['aquele trem esquisito da semana retrasada']);
  const offered = await within((tx) => findToLabel(ctx, tx, 10, async (ids) => ids.filter((id) => id !== hidden)));
  expect(offered.map(({ conversationId, ranking }) => [conversationId, ranking.length])).toEqual([[talk, 3]]);
  expect(offered[0]?.text.toLowerCase()).toContain('coiso');
  await say(OUTSIDE, [odd]);
  expect(await within((tx) => findToLabel(ctx, tx, 10, async (ids) => ids))).toMatchObject([
    { conversationId: hidden },
  ]);
});

test('what is not certain enough is nothing of all that', async () => {
  const tried = await within((tx) => trySentence(ctx, tx, 'kd meu pedido', 1));
  expect(tried).toMatchObject({ understood: { intent: OUTSIDE }, attack: false });
  expect(tried.ranking[0]?.intent).toBe('order_status');
});

test('asked to learn now it does not wait; with nothing to learn there is nothing to ask', async () => {
  expect(await within((tx) => askToLearn(ctx, tx))).toBe(false);
  await say('invoice', ['canhoto da loja']);
  expect(await within((tx) => askToLearn(ctx, tx))).toBe(true);
  expect(await within((tx) => askToLearn(ctx, tx))).toBe(false);
  expect(await worker().drain()).toBe(1);
  expect(await state()).toMatchObject({ pending: false });
});

test('a model of an older starting set serves until it is learned anew', async () => {
  await say('invoice', ['canhoto da loja']);
  await learnFew(ctx);
  const old = `0.${createHash('sha256').update('old').digest('hex').slice(0, 8)}.1`;
  await base.db.login.query('update intent_models set version = $2 where workspace_id = $1', [ctx.workspaceId, old]);
  await base.db.login.query('update intent_states set version = $2 where workspace_id = $1', [ctx.workspaceId, old]);
  await base.db.login.query('delete from jobs');
  expect(await within((tx) => loadClassifier(ctx, tx))).toMatchObject({ version: old });
  expect(await state()).toMatchObject({ pending: true });
  await within((tx) => loadClassifier(ctx, tx));
  expect(await jobs()).toBe(1);
  await worker().drain();
  expect((await state()).version.startsWith(startingModel().version)).toBe(true);
});
