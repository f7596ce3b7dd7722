import { readFile } from 'node:fs/promises';
import type { Terminal } from './terminal.ts';
import { WrongUsage } from './wrong-usage.ts';

/** A secret as it is given: itself, `@file`, or `-` for stdin, so that it need not stand in a shell's history. */
export async function readSecret(terminal: Terminal, option: string, given: string): Promise<string> {
  if (given === '-') return clean(option, await terminal.readStdin());
  if (!given.startsWith('@')) return clean(option, given);
  try {
    return clean(option, await readFile(given.slice(1), 'utf8'));
  } catch (error) {
    if (error instanceof WrongUsage) throw error;
    throw new WrongUsage(`${option}: the file ${given.slice(1)} cannot be read`);
  }
}

function clean(option: string, text: string): string {
  const secret = text.trim();
  if (secret === '') throw new WrongUsage(`${option} is empty`);
  return secret;
}
