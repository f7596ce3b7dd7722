/** What can be chosen where an intent is asked for; those chosen already stay, whatever became of them. */
export function useIntentChoices(chosen: readonly string[]): { value: string; label: string }[] {
  return chosen.map((key) => ({ value: key, label: key }));
}
