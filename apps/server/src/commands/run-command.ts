import { CommanderError } from 'commander';
import { buildProgram } from './build-program.ts';
import { openTerminal, type Terminal } from './terminal/terminal.ts';
import { sentenceOf, WrongUsage } from './terminal/wrong-usage.ts';

/** Runs one command: 0, or a sentence on stderr and 1; 2 when it was asked wrongly. `--json` may stand anywhere. */
export async function runCommand(argv: readonly string[], terminal?: Terminal): Promise<number> {
  const words = argv.filter((word) => word !== '--json');
  const here = terminal ?? openTerminal({ json: words.length < argv.length });
  const program = buildProgram(here);
  try {
    await program.parseAsync(words, { from: 'user' });
    return here.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // commander has said why already
    here.complain(sentenceOf(error));
    return error instanceof WrongUsage ? 2 : 1;
  }
}
