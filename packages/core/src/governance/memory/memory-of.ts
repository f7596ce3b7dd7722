import type { Tx, WorkspaceCtx } from '@balcao/db';
import { wallTimeOf } from '@balcao/kernel';
import { readBot } from '../settings/read-bot.ts';
import { type Known, knownOf } from './rows.ts';

export interface ContactMemory {
  /** For a model, within a fence: other people wrote it. Empty: nothing is known. */
  readonly text: string;
  readonly tokens: number;
  /** What went in: an answer that says any of it is about this person and kept for nobody else. */
  readonly known: readonly Known[];
}

/** On the safe side: Portuguese has three to four letters to a token. */
export const tokensIn = (text: string): number => Math.ceil(text.length / 3);

const LONGEST_LINE = 400;

/** What is known of a person within so many tokens, the first things first; whole lines or none. */
export async function memoryOf(ctx: WorkspaceCtx, tx: Tx, contactId: string, budget: number): Promise<ContactMemory> {
  const bot = await readBot(ctx, tx);
  const lines: string[] = [];
  const known: Known[] = [];
  let tokens = 0;
  for (const one of await knownOf(tx, bot, contactId, ctx.clock.now())) {
    const line = lineOf(one, bot.timeZone);
    const costs = tokensIn(`${line}\n`);
    if (tokens + costs > budget) continue;
    tokens += costs;
    lines.push(line);
    known.push(one);
  }
  return { text: lines.join('\n'), tokens, known };
}

function lineOf({ kind, about, text, at }: Known, timeZone: string): string {
  const said = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
  const { day, month, year } = wallTimeOf(at, timeZone);
  const when = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
  switch (kind) {
    case 'name':
      return `Nome: ${said}`;
    case 'preference':
      return `Preferência: ${said}`;
    case 'field':
      return `${about}: ${said}`;
    case 'fact':
      return `Contou em ${when}: ${said}`;
    case 'summary':
      return `Atendimento de ${when}: ${said}`;
  }
}
