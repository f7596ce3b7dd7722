import { Fault } from '@balcao/kernel';
import { canaryShape } from '../guarding/canary.ts';
import { promptVariables } from './default-prompt.ts';

/** A place that nobody fills in would reach the model, and then perhaps a customer, as it stands. */
export function checkPrompt(text: string): void {
  const known: readonly string[] = promptVariables;
  const unknown = [...text.matchAll(/\{(\p{L}[\p{L}\p{N}_.]*)\}/gu)]
    .map(([, name = '']) => name)
    .filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Fault('invalid_input', `no such variable: ${unknown.map((name) => `{${name}}`).join(', ')}`, {
      field: 'text',
      unknown: unknown.slice(0, 10),
    });
  if (canaryShape.test(text))
    throw new Fault('invalid_input', 'the internal code does not belong into a prompt', { field: 'text' });
}
