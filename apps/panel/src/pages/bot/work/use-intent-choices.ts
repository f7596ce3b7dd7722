import { useIntents } from '../../../bot-words/index.ts';

/** What can be chosen where an intent is asked for; those chosen already stay, whatever became of them. */
export function useIntentChoices(chosen: readonly string[]): { value: string; label: string }[] {
  const intents = useIntents().filter((one) => one.key !== 'outside' && (!one.archived || chosen.includes(one.key)));
  const gone = chosen.filter((key) => !intents.some((one) => one.key === key));
  return [
    ...intents.map((one) => ({ value: one.key, label: one.name })),
    ...gone.map((key) => ({ value: key, label: key.replaceAll('_', ' ') })),
  ];
}
