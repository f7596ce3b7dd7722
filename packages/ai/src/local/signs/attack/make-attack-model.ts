import { readdirSync, readFileSync } from 'node:fs';
import type { IntentExample } from '../../model/examples.ts';
import type { IntentModel } from '../../model/intent-model.ts';
import { trainIntents } from '../../model/train-intents.ts';

const taught = new URL('./taught/', import.meta.url);
/** What customers say is the starting set of the intents: text files that both learn from. */
const customers = new URL('../../../../../core/src/intents/starting-set/', import.meta.url);

const linesOf = (file: URL): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && (!line.startsWith('# ') || line.startsWith('###')));

const examples = (texts: readonly string[], intent: string): IntentExample[] => texts.map((text) => ({ text, intent }));

export function makeAttackModel(): IntentModel {
  const said = readdirSync(customers)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => linesOf(new URL(name, customers)));
  return trainIntents([
    ...examples(linesOf(new URL('attacks.txt', taught)), 'attack'),
    ...examples(linesOf(new URL('ordinary-odd.txt', taught)), 'ordinary'),
    ...examples(said, 'ordinary'),
  ]);
}
