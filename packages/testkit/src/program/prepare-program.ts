import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from './find-free-port.ts';
import { findPostmaster } from './find-postmaster.ts';
import { freezePostgres } from './freeze-postgres.ts';
import { killPostgres } from './kill-postgres.ts';
import type { Program, ProgramOptions } from './program.ts';
import { type Launch, runCommand } from './run-command.ts';

const root = resolve(import.meta.dirname, '../../../..');

function planLaunch(port: number, dataDir: string, more: Readonly<Record<string, string>>): Launch {
  // A clean environment: nobody's DATABASE_URL leaks into a test.
  const PATH = [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'].join(':');
  const env = {
    PATH,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DEMO: 'off',
    PASSWORD_BREACH_CHECK: 'off',
    LOG_LEVEL: 'warn',
    ...more,
  };
  const flags: unknown = JSON.parse(readFileSync(join(root, 'scripts/launch/server-flags.json'), 'utf8'));
  return { root, main: join(root, 'apps/server/src/main.ts'), flags: flags as string[], env };
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') : 'it said nothing';
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function endProcess(child: ChildProcess | undefined, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child === undefined) return null;
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
  return child.exitCode;
}

export async function prepareProgram(options: ProgramOptions = {}): Promise<Program> {
  const dataDir = options.dataDir ?? join(mkdtempSync(join(tmpdir(), 'balcao-')), 'data');
  const port = options.port ?? (await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const logFile = `${dataDir}.log`;
  const launch = planLaunch(port, dataDir, options.env ?? {});
  let child: ChildProcess | undefined;

  async function whenReady(patienceMs = 60_000): Promise<number> {
    const since = performance.now();
    while (!(await answersReady(url))) {
      if (typeof child?.exitCode === 'number') throw new Error(`The program ended: ${lastLines(logFile)}`);
      if (performance.now() - since > patienceMs)
        throw new Error(`Not ready in ${patienceMs} ms: ${lastLines(logFile)}`);
      await sleep(10);
    }
    return performance.now() - since;
  }
  function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const ending = child;
    child = undefined;
    return endProcess(ending, signal);
  }
  return {
    url,
    dataDir,
    logFile,
    pid: () => child?.pid,
    postgresPid: () => findPostmaster(dataDir),
    start() {
      const log = openSync(logFile, 'a');
      child = spawn(process.execPath, [...launch.flags, launch.main, 'serve'], {
        cwd: root,
        env: launch.env,
        stdio: ['ignore', log, log],
      });
      closeSync(log);
      return whenReady();
    },
    stop: () => end('SIGTERM'),
    async kill() {
      await end('SIGKILL');
    },
    killPostgres: (what) => killPostgres(dataDir, what),
    freezePostgres: () => freezePostgres(dataDir),
    isReady: () => answersReady(url),
    whenReady,
    cli: <T>(...command: string[]) => runCommand<T>(launch, command),
    async remove() {
      await end('SIGTERM');
      if (options.dataDir === undefined) rmSync(dirname(dataDir), { recursive: true, force: true });
    },
  };
}
