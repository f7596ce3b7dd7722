import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';

const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
/** In front of a program on Linux: when the parent dies, even by kill -9, the kernel asks the program to stop. */
const tied = setpriv ? [setpriv, '--pdeathsig', 'TERM', '--'] : [];

function replaceThisProcess(line) {
  // The warning that execve is experimental would be printed on the next tick, which never comes.
  process.execve(line[0], line, process.env);
}

function runBelow([program, ...args]) {
  const child = spawn(program, args, { stdio: 'inherit' });
  const parent = process.ppid;
  child.on('error', (error) => {
    process.stderr.write(`${program} could not be started: ${error.message}\n`);
    process.exit(1);
  });
  const signals = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGUSR2'];
  // A terminal's Ctrl-C reaches the whole group by itself; a second one from here would read as "stop at once".
  for (const signal of signals)
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? 0 : child.kill(signal)));
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

/** Hands this process over to Node 24: the same process where node can (22.15 or newer), a child with our signals and exit code elsewhere. */
export function become(node, args) {
  const canReplace = typeof process.execve === 'function' && process.platform !== 'win32';
  if (!canReplace) return runBelow([...tied, node, ...args]);
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  return replaceThisProcess([...(underNpm ? tied : []), node, ...args]);
}
