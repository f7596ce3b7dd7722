import type { Terminal } from '../terminal.ts';

export async function restore(_terminal: Terminal, _folder: string): Promise<void> {
  throw new Error('restore is being built');
}
