import type { InputOf, Operations } from '@balcao/contract';
import { type ActionRequest, act, actOnOne, getTicket } from '@balcao/core/tickets';
import type { Tx } from '@balcao/db';
import type { Caller } from '../../api-parts.ts';
import { agentOf } from '../agent.ts';
import type { Verbs } from '../verb.ts';

/** Answers with the ticket as it is afterwards: whoever gave it away may see it this once more. */
async function done(caller: Caller, tx: Tx, ticketId: string, request: ActionRequest) {
  const agent = agentOf(caller);
  const changed = await actOnOne(caller.ctx, tx, agent, ticketId, request);
  return { changed, ticket: await getTicket(caller.ctx, tx, { ...agent, sees: 'all' }, { ticketId }) };
}

type BulkAction = InputOf<Operations['tickets.bulk']>['action'];

const requestOf = (action: BulkAction): ActionRequest =>
  action.do === 'snooze' ? { ...action, until: new Date(action.until) } : action;

type Named =
  | 'tickets.claim'
  | 'tickets.assign'
  | 'tickets.release'
  | 'tickets.transfer'
  | 'tickets.set-priority'
  | 'tickets.set-subject'
  | 'tickets.set-tags'
  | 'tickets.wait'
  | 'tickets.snooze'
  | 'tickets.resolve'
  | 'tickets.reopen'
  | 'tickets.reset-bot'
  | 'tickets.handoff'
  | 'tickets.bulk';

export const actionVerbs: Pick<Verbs, Named> = {
  'tickets.claim': (caller, tx, { ticketId }) => done(caller, tx, ticketId, { do: 'claim' }),
  'tickets.assign': (caller, tx, { ticketId, ...asked }) => done(caller, tx, ticketId, { do: 'assign', ...asked }),
  'tickets.release': (caller, tx, { ticketId, ...asked }) => done(caller, tx, ticketId, { do: 'release', ...asked }),
  'tickets.transfer': (caller, tx, { ticketId, ...asked }) => done(caller, tx, ticketId, { do: 'transfer', ...asked }),
  'tickets.set-priority': (caller, tx, { ticketId, ...asked }) =>
    done(caller, tx, ticketId, { do: 'set-priority', ...asked }),
  'tickets.set-subject': (caller, tx, { ticketId, ...asked }) =>
    done(caller, tx, ticketId, { do: 'set-subject', ...asked }),
  'tickets.set-tags': (caller, tx, { ticketId, ...asked }) => done(caller, tx, ticketId, { do: 'set-tags', ...asked }),
  'tickets.wait': (caller, tx, { ticketId }) => done(caller, tx, ticketId, { do: 'wait' }),
  'tickets.snooze': (caller, tx, { ticketId, until, reason }) =>
    done(caller, tx, ticketId, { do: 'snooze', until: new Date(until), reason }),
  'tickets.resolve': (caller, tx, { ticketId, ...asked }) => done(caller, tx, ticketId, { do: 'resolve', ...asked }),
  'tickets.reopen': (caller, tx, { ticketId, ...asked }) => done(caller, tx, ticketId, { do: 'reopen', ...asked }),
  'tickets.reset-bot': (caller, tx, { ticketId, ...asked }) =>
    done(caller, tx, ticketId, { do: 'reset-bot', ...asked }),
  'tickets.handoff': (caller, tx, { ticketId, ...asked }) => done(caller, tx, ticketId, { do: 'hand-off', ...asked }),
  'tickets.bulk': async (caller, tx, { ticketIds, action }) => {
    const outcomes = await act(caller.ctx, tx, agentOf(caller), ticketIds, requestOf(action));
    return {
      results: outcomes.map((outcome) =>
        'fault' in outcome
          ? { ticketId: outcome.ticketId, done: false, code: outcome.fault.code, why: outcome.fault.message }
          : { ticketId: outcome.ticketId, done: true, code: null, why: null },
      ),
    };
  },
};
