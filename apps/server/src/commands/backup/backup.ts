import type { Terminal } from '../terminal.ts';

export async function backup(_terminal: Terminal, _options: { to?: string }): Promise<void> {
  throw new Error('backup is being built');
}
