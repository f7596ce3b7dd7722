import { readFileSync } from 'node:fs';
import { testDatabaseUrl } from '@balcao/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCustomerTo, type CustomerInHand } from './customer.ts';
import { type SimulatedLine, startSimulatedLine } from './start-simulated-line.ts';

let line: SimulatedLine;
let database: pg.Client;
beforeAll(async () => {
  // A socket's address has no host; a setting's has one, which then says nothing.
  const url = (await testDatabaseUrl({ empty: true })).url.replace('@/', '@localhost/');
  line = await startSimulatedLine({ env: { DATABASE_URL: url } });
  database = new pg.Client({ connectionString: url });
  await database.connect();
}, 60_000);
afterAll(async () => {
  await database?.end();
  await line?.close();
});

interface Dead {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly attempts: number;
}

const dead = (name: string) => line.program.cli<Dead[]>('jobs', 'dead', '--name', name);

/** What says "veneno" cannot be stored, what says "feitiço" cannot be answered: defects that only some messages meet. */
const poison = `
  create function refuse_poison() returns trigger language plpgsql as $$
    begin
      if (new.direction = 'in' and new.body like '%veneno%') or (new.direction = 'out' and new.body like '%feitiço%') then
        raise exception 'no room for "%"', new.body;
      end if;
      return new;
    end $$;
  create trigger poison before insert on messages for each row execute function refuse_poison()`;

test('what fails for good becomes a dead letter with its reason, its neighbours go on, and a replay brings it back', {
  timeout: 120_000,
}, async () => {
  await database.query(poison);
  const [unstored, unanswered, good] = ['Rui', 'Sara', 'Téo'].map((name, n) =>
    addCustomerTo(line, name, `+55 11 97777-000${n}`),
  ) as [CustomerInHand, CustomerInHand, CustomerInHand]; // one for each name
  unstored.write('um veneno da Sara');
  unanswered.write('um feitiço do Téo');
  good.write('oi');
  expect(await good.hears(1)).toEqual(['oi']);
  for (const name of ['receipts.process', 'turns.take'])
    await expect.poll(() => dead(name), { timeout: 90_000, interval: 1_000 }).toHaveLength(1);
  expect(await unanswered.hears(1)).toEqual([expect.stringContaining('Tive um problema aqui')]);
  good.write('ainda aí?');
  expect(await good.hears(1)).toEqual(['ainda aí?']);

  const [receipt, turn] = [await dead('receipts.process'), await dead('turns.take')].flat();
  expect(receipt).toMatchObject({ attempts: 6, reason: expect.stringContaining('no room for […]') });
  expect(turn).toMatchObject({ attempts: 5, reason: expect.stringContaining('no room for […]') });
  expect(await line.api('jobs.dead')).toMatchObject({
    jobs: [{ name: expect.any(String) }, { name: expect.any(String) }],
  });
  expect(readFileSync(line.program.logFile, 'utf8')).toContain('a receipt could not be processed');
  expect(readFileSync(line.program.logFile, 'utf8')).not.toMatch(/veneno|feiti/);

  await database.query('drop trigger poison on messages');
  expect(await line.api('jobs.replay', { ids: [receipt?.id] })).toEqual({ replayed: 1 });
  expect(await line.program.cli('jobs', 'replay', turn?.id ?? '')).toEqual({ replayed: 1 });
  expect(await unstored.hears(1)).toEqual(['um veneno da Sara']);
  expect(await unanswered.hears(1)).toEqual(['um feitiço do Téo']);
  expect(await line.program.cli('jobs', 'dead')).toEqual([]);
});
