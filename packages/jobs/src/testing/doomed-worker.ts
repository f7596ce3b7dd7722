import { openDb } from '@balcao/db';
import { createCtx, createLog, loadConfig, Secret } from '@balcao/kernel';
import { createRunner } from '../index.ts';
import { noteJob } from './note-job.ts';

// Started by a test as a process of its own, to be killed: node doomed-worker.ts URL DATA_DIR
const [url = '', dataDir = ''] = process.argv.slice(2);
const loaded = loadConfig({ DATA_DIR: dataDir, DEMO: 'off' });
if (!('ok' in loaded)) throw new Error('the configuration of the worker is wrong');
const ctx = createCtx(loaded.ok, { log: createLog({ level: 'silent' }) });
const db = await openDb({ dataDir, database: { kind: 'external', url: new Secret(url) } }, ctx);
const job = noteJob('notes.write');
const runner = createRunner({ ...ctx, db }, [job], {
  [job.name]: async () => {
    process.stdout.write('working\n');
    await new Promise(() => undefined);
  },
});
await runner.start();
