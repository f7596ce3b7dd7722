import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { checkPrompt } from './check-prompt.ts';
import { getPrompt } from './get-prompt.ts';
import type { PromptVersion } from './rows.ts';

export interface PromptToSave {
  /** A draft to go on with; absent: a new one. */
  readonly id?: string | undefined;
  readonly text: string;
  readonly note?: string | undefined;
  /** What a new one was begun from; null: the program's own. */
  readonly basedOn?: string | null | undefined;
  /** When given and somebody saved the draft since, nothing is saved. */
  readonly ifUpdatedAt?: Date | undefined;
}

// The lock before it puts two at once in order; `prompt_versions_number` is what guarantees it.
const insert = sql(
  'governance/insert-prompt',
  `insert into prompt_versions (workspace_id, id, version, based_on, text, note, state, author_kind, author_id, created_at, updated_at)
   select $1::uuid, $2::uuid, coalesce(max(version), 0) + 1, $3::uuid, $4::text, $5::text, 'draft', $6::text, $7::text, $8::timestamptz, $8::timestamptz from prompt_versions where workspace_id = $1`,
);
const lock = sql('governance/lock-prompts', 'select pg_advisory_xact_lock(hashtextextended($1, 7))');
const update = sql(
  'governance/update-prompt',
  `update prompt_versions set text = $3, note = coalesce($4, note), author_kind = $5, author_id = $6, updated_at = $7
    where workspace_id = $1 and id = $2 and state = 'draft' and ($8::timestamptz is null or updated_at = $8)`,
);

/** Texts that are published stay as they are: who changes one begins a draft from it. */
export async function savePrompt(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: PromptToSave,
): Promise<PromptVersion & { readonly text: string }> {
  checkPrompt(input.text);
  const now = ctx.clock.now();
  const author = [ctx.actor.kind, ctx.actor.id ?? null];
  const id = input.id ?? ctx.ids.uuid();
  if (input.id === undefined) {
    if (input.basedOn != null) await getPrompt(tx, input.basedOn);
    await tx.run(lock, [`prompts ${ctx.workspaceId}`]);
    await tx.run(insert, [ctx.workspaceId, id, input.basedOn ?? null, input.text, input.note ?? '', ...author, now]);
  } else {
    const row = [ctx.workspaceId, id, input.text, input.note ?? null, ...author, now, input.ifUpdatedAt ?? null];
    if ((await tx.run(update, row)) === 0) {
      const { state } = await getPrompt(tx, id);
      throw new Fault(
        'conflict',
        state === 'published' ? 'it is published: begin a draft from it' : 'somebody saved this draft meanwhile',
      );
    }
  }
  await record(tx, ctx, [{ type: 'bot.prompt_saved', data: { promptId: id } }]);
  return await getPrompt(tx, id);
}
