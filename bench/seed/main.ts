import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EMBEDDED_LOGIN, layoutOf, migrate, openDb } from '@balcao/db';
import { createCtx, loadConfig } from '@balcao/kernel';
import { Client } from 'pg';
import { seedDatabase } from './seed-database.ts';

const { values } = parseArgs({
  options: {
    contacts: { type: 'string', default: '1000000' },
    tickets: { type: 'string', default: '200000' },
    messages: { type: 'string', default: '5000000' },
    'database-url': { type: 'string' },
    'data-dir': { type: 'string' },
  },
});
const where: Record<string, string> = { LOG_LEVEL: 'warn' };
if (values['database-url'] !== undefined) where['DATABASE_URL'] = values['database-url'];
if (values['data-dir'] !== undefined) where['DATA_DIR'] = values['data-dir'];
if (Object.keys(where).length < 2)
  throw new Error(
    'node bench/seed/main.ts --data-dir FOLDER | --database-url URL [--contacts N --tickets N --messages N]',
  );

const loaded = loadConfig(where);
if (!('ok' in loaded)) throw new Error(loaded.faults.map((fault) => fault.sentence).join('\n'));
const base = createCtx(loaded.ok);
const since = performance.now();
const say = (text: string) =>
  console.error(`${((performance.now() - since) / 1000).toFixed(0).padStart(5)} s  ${text}`);
const db = await openDb(loaded.ok, base, { mode: 'join-or-start', program: 'seed' });
// COPY needs a connection that does not pipeline, unlike the program's.
const client = new Client(
  values['database-url'] === undefined
    ? { host: layoutOf(loaded.ok.dataDir).socketDir, user: EMBEDDED_LOGIN, database: 'postgres' }
    : { connectionString: values['database-url'] },
);
try {
  await migrate(db);
  await client.connect();
  const size = {
    contacts: Number(values.contacts),
    tickets: Number(values.tickets),
    messages: Number(values.messages),
  };
  const seeded = await seedDatabase({ ...base, db }, client, size, say);
  say('done');
  if (values['data-dir'] !== undefined)
    writeFileSync(join(values['data-dir'], 'seeded.json'), JSON.stringify({ ...seeded, ...size }));
  console.log(JSON.stringify(seeded));
} finally {
  await client.end();
  await db.close();
}
