import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Clock, systemClock } from '../clock.ts';
import { createLog } from './create-log.ts';
import type { LineSink } from './line-sink.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const makeFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-log-'));
  folders.push(folder);
  return folder;
};

const keep = () => {
  const lines: string[] = [];
  const sink: LineSink = { write: (line) => void lines.push(line), flushSync() {} };
  return { sink, read: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};
const clockAt = (time: { now: string }): Clock => ({ ...systemClock, now: () => new Date(time.now) });
const index = join(import.meta.dirname, 'index.ts');

test('a line is one JSON object with level, time, base, the fields of its children and its own', () => {
  const { sink, read } = keep();
  const log = createLog({
    level: 'info',
    sink,
    base: { role: 'worker' },
    clock: clockAt({ now: '2026-11-21T01:02:03.004Z' }),
  });
  log.child({ requestId: 'r1' }).child({ correlationId: 'c1' }).warn({ attempt: 2 }, 'slow\nline');
  expect(read()).toEqual([
    {
      level: 'warn',
      time: '2026-11-21T01:02:03.004Z',
      role: 'worker',
      requestId: 'r1',
      correlationId: 'c1',
      attempt: 2,
      msg: 'slow\nline',
    },
  ]);
});

test('lines below the level cost nothing: their fields are not even looked at', () => {
  const { sink, read } = keep();
  const log = createLog({ level: 'warn', sink });
  const fields = {
    get expensive() {
      throw new Error('looked at');
    },
  };
  log.info(fields, 'x');
  log.child({ a: 1 }).debug(fields, 'x');
  createLog({ level: 'silent', sink }).error(fields, 'x');
  expect(read()).toEqual([]);
});

test('the ids of the trace are on the line while there is one', () => {
  const { sink, read } = keep();
  const now: { traceparent?: string } = {};
  const log = createLog({ level: 'info', sink, traceparent: () => now.traceparent });
  log.info({}, 'before');
  now.traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  log.info({}, 'during');
  const [before, during] = read();
  expect(before).not.toHaveProperty('traceId');
  expect(during).toMatchObject({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' });
});

test('errors, messages, fields and children are masked', () => {
  const { sink, read } = keep();
  const log = createLog({ level: 'info', sink, base: { phone: '5511987654321' } });
  log
    .child({ from: '5511987654321' })
    .error({ err: new TypeError('to 11987654321'), text: 'olá' }, 'ana@example.com 11 98765-4321');
  const [line] = read();
  expect(JSON.stringify(line)).not.toMatch(/98765|ana|olá/);
  expect(line).toMatchObject({ err: { type: 'TypeError', message: 'to [phone …21]' }, text: '[text 3]' });
});

test('a new day is a new file, fourteen are kept, and files of others are left alone', async () => {
  const dir = makeFolder();
  for (let day = 1; day <= 20; day++)
    writeFileSync(join(dir, `balcao-2026-10-${String(day).padStart(2, '0')}.log`), 'old');
  writeFileSync(join(dir, 'balcao-notes.log'), 'mine');
  const time = { now: '2026-11-20T23:59:59.999Z' };
  const log = createLog({ level: 'info', dir, clock: clockAt(time) });
  log.info({}, 'evening');
  time.now = '2026-11-21T00:00:00.000Z';
  log.info({}, 'morning');
  log.flush();
  const read = (day: string) => readFileSync(join(dir, `balcao-${day}.log`), 'utf8');
  expect(read('2026-11-20')).toMatch(/^\{.*evening.*\}\n$/);
  expect(read('2026-11-21')).toMatch(/^\{.*morning.*\}\n$/);
  const dated = readdirSync(dir).filter((name) => /\d/.test(name));
  expect([dated.length, dated[0], dated.at(-1)]).toEqual([14, 'balcao-2026-10-09.log', 'balcao-2026-11-21.log']);
  expect(readFileSync(join(dir, 'balcao-notes.log'), 'utf8')).toBe('mine');
  expect(statSync(join(dir, 'balcao-2026-11-21.log')).mode & 0o007).toBe(0);
});

test.each(['process.exit(0)', 'throw new Error("end")', ''])(
  'a program that ends with "%s" loses none of its lines',
  (end) => {
    const dir = makeFolder();
    const program = join(dir, 'program.ts');
    writeFileSync(
      program,
      `import { createLog } from '${index}';
     const [file, output] = [createLog({ level: 'info', dir: '${dir}' }), createLog({ level: 'info' })];
     for (let i = 0; i < 5000; i++) { file.info({ i }, 'line'); output.info({ i }, 'line'); }
     ${end}`,
    );
    const ran = spawnSync(process.execPath, [program], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const name = readdirSync(dir).find((entry) => entry.endsWith('.log')) ?? '';
    for (const text of [ran.stdout, readFileSync(join(dir, name), 'utf8')]) {
      const lines = text.trimEnd().split('\n');
      expect(lines.length).toBe(5000);
      expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ i: 4999 });
    }
  },
);

test('a reader that goes away does not end the program', () => {
  const dir = makeFolder();
  const program = join(dir, 'program.ts');
  writeFileSync(
    program,
    `import { createLog } from '${index}';
     import { writeFileSync } from 'node:fs';
     const log = createLog({ level: 'info' });
     for (let i = 0; i < 20; i++) { log.info({ i }, 'x'.repeat(10_000)); await new Promise((r) => setTimeout(r, 5)); }
     writeFileSync('${dir}/alive', 'yes');`,
  );
  spawnSync('sh', ['-c', `"${process.execPath}" "${program}" | head -c 10`], { encoding: 'utf8' });
  expect(readFileSync(join(dir, 'alive'), 'utf8')).toBe('yes');
});

test('a full disk does not end the program, nor throw, nor fill the memory', () => {
  const dir = makeFolder();
  symlinkSync('/dev/full', join(dir, 'balcao-2026-11-20.log'));
  const program = join(dir, 'program.ts');
  writeFileSync(
    program,
    `import { createLog } from '${index}';
     const clock = { now: () => new Date('2026-11-20T10:00:00Z') };
     const log = createLog({ level: 'info', dir: '${dir}', clock });
     const text = { anything: 'x '.repeat(4000) };
     for (let i = 0; i < 8000; i++) { log.info(text, 'line'); if (i % 100 === 0) await new Promise((r) => setImmediate(r)); }
     log.flush();
     console.log(Math.round(process.memoryUsage.rss() / 1e6));`,
  );
  const ran = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 20_000 });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(Number(ran.stdout)).toBeLessThan(250);
});

test('a folder that cannot be written is said at once; one that goes away later is not', () => {
  const dir = makeFolder();
  writeFileSync(join(dir, 'file'), '');
  expect(() => createLog({ level: 'info', dir: join(dir, 'file') })).toThrow(/EEXIST|ENOTDIR/);
  const time = { now: '2026-11-20T10:00:00Z' };
  const logs = join(dir, 'logs');
  const log = createLog({ level: 'info', dir: logs, clock: clockAt(time) });
  rmSync(logs, { recursive: true });
  time.now = '2026-11-21T10:00:00Z';
  expect(() => log.info({}, 'x')).not.toThrow();
});
