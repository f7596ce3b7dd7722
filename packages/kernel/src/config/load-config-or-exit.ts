import { writeSync } from 'node:fs';
import type { Config } from './config.ts';
import type { ConfigFault } from './config-fault.ts';
import { loadConfig } from './load-config.ts';
import type { Environment } from './read-environment.ts';

/** The configuration, or the end of the program with every fault on standard error and what to do about each. */
export function loadConfigOrExit(argv: readonly string[] = [], env?: Environment): Config {
  const result = loadConfig(env, argv);
  if ('ok' in result) {
    for (const warning of result.warnings) writeSync(2, `warning: ${warning.name} ${warning.sentence}\n`);
    return result.ok;
  }
  writeSync(2, explainFaults(result.faults, result.warnings));
  process.exit(1);
}

export function explainFaults(faults: readonly ConfigFault[], warnings: readonly ConfigFault[]): string {
  const settings = faults.length === 1 ? 'one setting needs' : `${faults.length} settings need`;
  const line = ({ name, sentence }: ConfigFault) => `  ${name} ${sentence}\n`;
  const also = warnings.length === 0 ? '' : `\nBesides:\n${warnings.map(line).join('')}`;
  return `Balcão cannot start yet: ${settings} a look.\n\n${faults.map(line).join('')}${also}`;
}
