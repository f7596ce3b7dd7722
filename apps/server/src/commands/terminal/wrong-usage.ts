import { Fault } from '@balcao/kernel';

/** The command was asked in a way it does not understand: exit 2. */
export class WrongUsage extends Error {}

/** What the operator reads. A Fault's detail never holds personal data. */
export function sentenceOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const sentence = said.charAt(0).toUpperCase() + said.slice(1);
  const cause =
    error instanceof Fault && error.code === 'internal' && error.cause instanceof Error ? error.cause : undefined;
  const because = cause === undefined || said.includes(cause.message) ? '' : ` (${cause.message})`;
  return /[.!?]$/.test(sentence + because) ? sentence + because : `${sentence}${because}.`;
}
