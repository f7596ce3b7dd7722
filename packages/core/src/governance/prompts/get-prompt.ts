import { sql, type Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { DEFAULT_PROMPT } from './default-prompt.ts';
import { type PromptVersion, promptColumns, promptTable } from './rows.ts';

const get = sql('governance/get-prompt', `select ${promptColumns}, p.text from ${promptTable} where p.id = $1`);

export async function getPrompt(tx: Tx, promptId: string): Promise<PromptVersion & { readonly text: string }> {
  const found = await tx.one<PromptVersion & { text: string }>(get, [promptId]);
  if (found === undefined) throw new Fault('not_found', `there is no prompt "${promptId}"`);
  return found;
}

/** The text of a version; of none: the program's own. */
export const promptText = async (tx: Tx, promptId: string | null): Promise<string> =>
  promptId === null ? DEFAULT_PROMPT : (await getPrompt(tx, promptId)).text;
