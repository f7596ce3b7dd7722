import { execFile } from 'node:child_process';

export interface Launch {
  readonly root: string;
  readonly main: string;
  /** What `npm start` gives to Node. */
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Runs `balcao COMMAND --json` and parses what it prints; throws what it said on stderr. */
export function runCommand<T>({ root, main, env }: Launch, command: readonly string[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, env, maxBuffer: 1 << 30 };
    execFile(process.execPath, [main, ...command, '--json'], options, (error, stdout, stderr) => {
      const name = command.slice(0, 3).join(' ');
      if (error === null)
        resolve(JSON.parse(stdout) as T); // the caller names what the command prints
      else reject(new Error(`balcao ${name}: ${stderr.trim() || error.message}`));
    });
  });
}
