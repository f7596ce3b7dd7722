import type { IntentExample } from '@balcao/ai/local';
import { OUTSIDE } from '../definitions.ts';
import { compared } from '../examples/compared.ts';

export interface Taught {
  readonly key: string;
  readonly text: string;
  readonly normal: string;
}

/** A company's own sentence says more about its customers than one of ours. */
const OWN_COUNTS = 2;
/** What an archived intent meant is nothing now, but must not crowd out what takes its place. */
const ARCHIVED_COUNTS = 0.3;

/** What a company's model learns: the starting set, with the company's own word before it. The own ones stand at the end. */
export function gatherMaterial(
  starting: readonly IntentExample[],
  own: readonly Taught[],
  archived: ReadonlySet<string>,
): { readonly examples: IntentExample[]; readonly own: number } {
  const taught = own.filter(({ key }) => !archived.has(key));
  const known = new Set(own.map(({ normal }) => normal));
  const before = starting
    .filter(({ text }) => known.size === 0 || !known.has(compared(text)))
    .map((example) =>
      archived.has(example.intent) ? { ...example, intent: OUTSIDE, counts: ARCHIVED_COUNTS } : example,
    );
  const after = taught.map(({ key, text }) => ({ text, intent: key, counts: OWN_COUNTS }));
  return { examples: [...before, ...after], own: after.length };
}
