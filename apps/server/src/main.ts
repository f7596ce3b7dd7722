import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Types are stripped and modules compiled once, not at every start (half of it). Hence nothing of ours is imported before.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/balcao', import.meta.url)));

/** No words or `serve`: the program. Anything else: a command of the CLI. */
async function main(argv: readonly string[]): Promise<number | undefined> {
  const [command] = argv;
  if (command !== undefined && command !== 'serve' && !command.startsWith('--role')) {
    const { runCommand } = await import('./commands/index.ts');
    return runCommand([...argv]);
  }
  const { loadConfig } = await import('@balcao/kernel');
  const { serve } = await import('./runtime/serve.ts');
  const code = await serve(loadConfig(undefined, argv));
  flushCompileCache(); // a program that is killed later writes no more
  return code;
}

const code = await main(process.argv.slice(2));
if (code !== undefined) process.exitCode = code;
