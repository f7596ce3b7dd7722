import {
  DEFAULT_PROMPT,
  DEFAULT_PROMPT_LABEL,
  deleteDraft,
  diffLines,
  getPrompt,
  houseRules,
  listPrompts,
  type PromptVersion,
  promptText,
  promptVariables,
  publishPrompt,
  readBot,
  rollBackPrompt,
  savePrompt,
} from '@balcao/core/governance';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';

const present = ({ authorKind, authorId, createdAt, updatedAt, publishedAt, ...version }: PromptVersion) => ({
  id: version.id,
  version: version.version,
  state: version.state,
  current: version.current,
  basedOn: version.basedOn,
  note: version.note,
  author: { kind: authorKind, id: authorId },
  createdAt: time(createdAt),
  updatedAt: time(updatedAt),
  publishedAt: timeOrNull(publishedAt),
});
const presentWhole = (version: PromptVersion & { readonly text: string }) => ({
  ...present(version),
  text: version.text,
});

const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text));

type Named =
  | 'prompts.list'
  | 'prompts.get'
  | 'prompts.save'
  | 'prompts.publish'
  | 'prompts.roll-back'
  | 'prompts.delete'
  | 'prompts.diff';

export const promptVerbs: Pick<Verbs, Named> = {
  'prompts.list': async ({ ctx }, tx, { before, limit }) => {
    const prompts = await listPrompts(tx, { before: before ?? null, limit: limit + 1 });
    const page = prompts.slice(0, limit);
    const { versionId } = (await readBot(ctx, tx)).prompt;
    return {
      prompts: page.map(present),
      next: prompts.length > limit ? (page.at(-1)?.version ?? null) : null,
      shipped: { label: DEFAULT_PROMPT_LABEL, text: DEFAULT_PROMPT, current: versionId === null },
      variables: [...promptVariables],
      // The marks are made anew for each request; here only their place is shown.
      rules: houseRules('••••', '••••'),
    };
  },
  'prompts.get': async (_caller, tx, { id }) => ({ prompt: presentWhole(await getPrompt(tx, id)) }),
  'prompts.save': async ({ ctx }, tx, { ifUpdatedAt, ...input }) => ({
    prompt: presentWhole(await savePrompt(tx, ctx, { ...input, ifUpdatedAt: dateOf(ifUpdatedAt) })),
  }),
  'prompts.publish': async ({ ctx }, tx, { id, ifUpdatedAt }) => {
    await publishPrompt(tx, ctx, { promptId: id, ifUpdatedAt: dateOf(ifUpdatedAt) });
    return { prompt: presentWhole(await getPrompt(tx, id)) };
  },
  'prompts.roll-back': async ({ ctx }, tx, { id }) => {
    await rollBackPrompt(tx, ctx, id);
    return { prompt: id === null ? null : presentWhole(await getPrompt(tx, id)) };
  },
  'prompts.delete': async ({ ctx }, tx, { id }) => {
    await deleteDraft(tx, ctx, id);
    return { deleted: true };
  },
  'prompts.diff': async (_caller, tx, { from, to }) => {
    const newer = await getPrompt(tx, to);
    const older = from ?? newer.basedOn;
    return { from: older, to, lines: diffLines(await promptText(tx, older), newer.text) };
  },
};
