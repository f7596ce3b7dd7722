import { allBotTools, type BotTool, removeTool, saveTool, tryTool } from '@balcao/core/tools';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';

const present = ({ updatedAt, ...tool }: BotTool) => ({ ...tool, updatedAt: time(updatedAt) });

type Named = 'tools.list' | 'tools.save' | 'tools.remove' | 'tools.test';

export const toolVerbs: Pick<Verbs, Named> = {
  'tools.list': async ({ ctx }, tx) => ({ tools: (await allBotTools(ctx, tx)).map(present) }),
  'tools.save': async ({ ctx }, tx, input) => ({ tool: present(await saveTool(ctx, tx, input)) }),
  'tools.remove': async ({ ctx }, tx, { id }) => ({ changed: await removeTool(ctx, tx, id) }),
  'tools.test': async ({ ctx }, input) => {
    const { ran, outcome, request, ms } = await tryTool(ctx, input);
    const done = outcome?.ok ? outcome : null;
    const problem = outcome && !outcome.ok ? outcome : null;
    return {
      ran,
      ok: outcome === null || outcome.ok,
      problem: problem?.problem ?? null,
      detail: problem?.detail ?? null,
      result: done ? { ...done.result } : null,
      text: done?.text ?? null,
      request: request ? { ...request } : null,
      ms,
    };
  },
};
