import { ApiProblem, api, keyOf, queryClient, refresh } from '../../api/index.ts';
import { sayIn } from '../../text/index.ts';
import { tell } from '../../ui/index.ts';
import type { InboxItem, Ticket } from '../conversation-view.ts';
import { conversationTexts } from '../texts/texts.ts';
import { doneWords } from './done-words.ts';
import type { BulkAction, TicketAction } from './ticket-action.ts';

type Subject = Pick<InboxItem, 'ticketId' | 'conversationId'>;

/** The events bring the same a moment later to every screen; this one need not wait. */
function keep(ticket: Ticket): void {
  queryClient.setQueryData(keyOf('tickets.get', { ticketId: ticket.ticketId }), { ticket });
}

/** One ticket by the operation of its name. */
async function actOnOne({ ticketId, conversationId }: Subject, action: TicketAction): Promise<void> {
  if (action.do === 'give-floor') {
    await api.call('conversations.give-floor', { conversationId, to: action.to });
    return void refresh('tickets.get');
  }
  if (action.do === 'add-tags' || action.do === 'remove-tags') return actOnMany([{ ticketId, conversationId }], action);
  const { do: name, ...input } = action;
  // Each action's own fields are those of the operation of its name: the contract says so on the other side.
  const { ticket } = await api.call(`tickets.${name}`, { ticketId, ...input });
  keep(ticket);
}

async function actOnMany(subjects: readonly Subject[], action: BulkAction): Promise<void> {
  const { results } = await api.call('tickets.bulk', { ticketIds: subjects.map((one) => one.ticketId), action });
  const say = sayIn(conversationTexts);
  const failed = results.filter((one) => !one.done);
  const done = results.length - failed.length;
  if (done > 0) tell.done(say('done_many', { count: done }));
  if (failed.length > 0)
    tell.problem(undefined, say('failed_many', { count: failed.length, why: failed[0]?.why ?? '' }));
  await refresh('tickets.get');
}

/** Somebody was quicker: who, and what now. Everything else says the server's own sentence. */
function tellProblem(error: unknown): void {
  const holder = error instanceof ApiProblem ? error.problem?.holder : undefined;
  const say = sayIn(conversationTexts);
  if (holder) return tell.problem(error, say('alreadyClaimed', { name: holder.name }));
  tell.problem(error);
}

/** Does it, says in the corner that it was done or why not. False: it was not. */
export async function actOnTickets(subjects: readonly Subject[], action: TicketAction): Promise<boolean> {
  const [one, ...more] = subjects;
  if (!one) return false;
  try {
    if (more.length > 0)
      await actOnMany(subjects, action as BulkAction); // only such are offered for many
    else {
      await actOnOne(one, action);
      const words = doneWords(action);
      if (words !== undefined) tell.done(words);
    }
    void refresh('inbox.counts');
    return true;
  } catch (error) {
    tellProblem(error);
    if (error instanceof ApiProblem && error.status === 409) void refresh('tickets.get', 'inbox.list');
    return false;
  }
}
