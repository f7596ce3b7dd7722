import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import type { DbCtx } from '@balcao/db';
import { testCtx } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { openTalkLab } from './testing/talk-lab.ts';

const TURNS = 200;
/** The same work costs more processor time where many others want the same processors. */
const MOST_MS = (loadavg()[0] ?? 0) > 2 * availableParallelism() ? 20 : 10;
const MS_PER_TICK = 10; // USER_HZ is 100 on every Linux that Node runs on

let base: DbCtx & { readonly db: { readonly login: { query(text: string): Promise<{ rows: unknown[] }> } } };
beforeAll(async () => {
  base = await testCtx();
});

const faqs = Array.from({ length: 40 }, (_, n) => ({
  questions: [`quanto custa o bolo número ${n}?`, `qual o preço do bolo ${n}`],
  answer: `O bolo número ${n} custa R$ ${n + 10},00.`,
})).concat({ questions: ['qual o horário de funcionamento?', 'que horas abre?'], answer: 'Abrimos das 8h às 18h.' });

/** Processor time of the PostgreSQL processes that serve this database. */
async function postgresMs(): Promise<number> {
  const { rows } = await base.db.login.query('select pid from pg_stat_activity where datname = current_database()');
  let ticks = 0;
  for (const { pid } of rows as { pid: number }[]) {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * MS_PER_TICK;
}

test('a turn without a model costs less than ten milliseconds of processor time, from the receipt to the row that goes out', async () => {
  const lab = await openTalkLab(base, { faqs });
  const ana = lab.customer('5511988882001');
  const questions = ['que horas vcs abrem?', 'qual o horario de funcionamento', 'quanto custa o bolo numero 7?'];
  const ask = async (n: number) => {
    lab.wait(20_000); // nobody types faster
    await ana.writes(`${questions[n % questions.length]}${'!'.repeat(n % 4)}`);
    if (n % 50 === 49) await lab.forgetTurns();
    return await ana.turn();
  };
  for (let n = 0; n < 40; n++) await ask(n);
  await lab.forgetTurns();
  const before = { node: process.cpuUsage(), postgres: await postgresMs() };
  let queued = 0;
  for (let n = 0; n < TURNS; n++) queued += (await ask(n)).queued.length;
  const { user, system } = process.cpuUsage(before.node);
  const node = (user + system) / 1_000 / TURNS;
  const postgres = ((await postgresMs()) - before.postgres) / TURNS;
  process.stdout.write(
    `  a local turn: ${(node + postgres).toFixed(2)} ms of processor time (program ${node.toFixed(2)}, PostgreSQL ${postgres.toFixed(2)})\n`,
  );
  expect(queued).toBe(TURNS);
  expect(node + postgres).toBeLessThan(MOST_MS);
}, 60_000);
