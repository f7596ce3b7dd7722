import type { ConfigFault } from './config-fault.ts';

/** What keeps a program from starting, all of it at once, and what to do about each. */
export function explainFaults(faults: readonly ConfigFault[], warnings: readonly ConfigFault[]): string {
  const settings = faults.length === 1 ? 'one setting needs' : `${faults.length} settings need`;
  const also = warnings.length === 0 ? '' : `\nBesides:\n${warnings.map(line).join('')}`;
  return `Balcão cannot start yet: ${settings} a look.\n\n${faults.map(line).join('')}${also}`;
}

const line = ({ name, sentence }: ConfigFault) => `  ${name} ${sentence}\n`;
