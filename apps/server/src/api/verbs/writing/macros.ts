import { errorSentence, type MacroAction } from '@balcao/contract';
import { deleteMacro, listMacros, type Macro, runMacro, saveMacro } from '@balcao/core/desk';
import { Fault } from '@balcao/kernel';
import type { Caller } from '../../api-parts.ts';
import { agentOf } from '../agent.ts';
import { time } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { keeperOf } from './keeper-of.ts';
import { channelOf, originOf } from './messages.ts';

const present = ({ actions, departmentIds, updatedAt, ...row }: Macro) => ({
  ...row,
  actions: actions as MacroAction[], // saved through the contract
  departmentIds: [...departmentIds],
  updatedAt: time(updatedAt),
});

/** A macro does to tickets what the caller may do to tickets. */
function checkMayAct({ scopes }: Caller): void {
  if (!scopes.includes('tickets:write'))
    throw new Fault('forbidden', 'running macros needs tickets:write', { scope: 'tickets:write' });
}

type Named = 'macros.list' | 'macros.save' | 'macros.delete' | 'macros.run';

export const macroVerbs: Pick<Verbs, Named> = {
  'macros.list': async (caller, tx, { all }) => ({
    macros: (await listMacros(caller.ctx, tx, keeperOf(caller), all === 'true')).map(present),
  }),
  'macros.save': async (caller, tx, input) => ({
    macro: present(await saveMacro(caller.ctx, tx, keeperOf(caller), input)),
  }),
  'macros.delete': async (caller, tx, { id }) => ({
    changed: await deleteMacro(caller.ctx, tx, keeperOf(caller), id),
  }),
  'macros.run': async (caller, input, parts) => {
    checkMayAct(caller);
    const run = await runMacro(
      caller.ctx,
      {
        keeper: keeperOf(caller),
        agent: agentOf(caller),
        origin: originOf(caller),
        channel: (channelId) => channelOf(caller, parts, channelId),
      },
      input,
    );
    parts.offer(run.queued);
    return {
      done: run.done,
      steps: run.steps.map(({ fault, ...step }) => ({
        ...step,
        problem: fault ? { code: fault.code, text: errorSentence(fault.code, caller.language) } : null,
      })),
      messageIds: run.queued.map((item) => item.id),
    };
  },
};
