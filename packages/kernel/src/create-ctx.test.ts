import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Config, loadConfig } from './config/index.ts';
import { closeCtx, createCtx, deriveCtx } from './create-ctx.ts';
import { createLog } from './log/index.ts';

const dir = mkdtempSync(join(tmpdir(), 'balcao-ctx-'));
afterAll(() => rmSync(dir, { recursive: true }));

function config(env: Record<string, string> = {}): Config {
  const result = loadConfig({ DATA_DIR: dir, ...env });
  if ('ok' in result) return result.ok;
  throw new Error(JSON.stringify(result.faults));
}

test('a configuration is enough for a whole context, and any part can be another', async () => {
  const ctx = createCtx(config());
  expect(ctx.keys.open(ctx.keys.seal('x', 'y'), 'y')).toBe('x');
  expect(ctx.actor).toEqual({ kind: 'system' });
  expect(ctx.tracing.enabled).toBe(false);
  const other = createCtx(config(), { random: () => 0.5, clock: { ...ctx.clock, now: () => new Date(0) } });
  expect(other.random()).toBe(0.5);
  expect(other.ids.uuid()).toMatch(/^00000000-0000-7/);
  await closeCtx(ctx);
});

test('a derived context has its own actor and ids, and its lines carry them', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', sink: { write: (line) => void lines.push(line), flushSync() {} } });
  const ctx = createCtx(config(), { log });
  const own = deriveCtx({ ...ctx, extra: 1 }, { actor: { kind: 'bot' }, requestId: 'r1' });
  const deeper = deriveCtx(own, { correlationId: 'c1' });
  deeper.log.info({}, 'x');
  expect(deeper).toMatchObject({ actor: { kind: 'bot' }, requestId: 'r1', correlationId: 'c1', extra: 1 });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ requestId: 'r1', correlationId: 'c1' });
  expect(ctx.requestId).toBeUndefined();
});

test('many programs that start at once on one folder agree on one ring', async () => {
  const shared = join(dir, 'shared');
  const program = join(dir, 'program.ts');
  writeFileSync(
    program,
    `import { openKeyFile } from '${join(import.meta.dirname, 'key-file.ts')}';
     console.log(openKeyFile('${shared}')[0].key.reveal());`,
  );
  const seen = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      for await (const chunk of child.stdout) text += chunk;
      return text.trim();
    }),
  );
  expect(new Set(seen).size).toBe(1);
  expect(readFileSync(join(shared, 'keys', 'ring'), 'utf8').trim()).toBe(`k1:${seen[0]}`);
});
