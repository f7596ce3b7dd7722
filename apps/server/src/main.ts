import { loadConfig } from '@balcao/kernel';

/** No words or `serve`: the program. Anything else: a command of the CLI. */
async function main(argv: readonly string[]): Promise<number | undefined> {
  const [command] = argv;
  if (command !== undefined && command !== 'serve' && !command.startsWith('--role')) {
    const { runCommand } = await import('./commands/index.ts');
    return runCommand([...argv]);
  }
  const { serve } = await import('./runtime/serve.ts');
  return serve(loadConfig(undefined, argv));
}

const code = await main(process.argv.slice(2));
if (code !== undefined) process.exitCode = code;
