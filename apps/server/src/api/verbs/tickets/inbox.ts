import type { InputOf, Operations } from '@balcao/contract';
import {
  type Agent,
  baseFilter,
  countInbox,
  getView,
  type InboxFilter,
  listInbox,
  narrow,
  savedFilter,
} from '@balcao/core/tickets';
import type { Tx } from '@balcao/db';
import { isUuid } from '@balcao/kernel';
import type { Caller } from '../../api-parts.ts';
import { agentOf } from '../agent.ts';
import type { Verbs } from '../verb.ts';

type Asked = InputOf<Operations['inbox.list']>;

async function filterOf({ ctx }: Caller, tx: Tx, { memberId }: Agent, asked: Asked): Promise<InboxFilter | undefined> {
  const view = isUuid(asked.view)
    ? savedFilter((await getView(ctx, tx, memberId, asked.view)).filter, memberId)
    : baseFilter(asked.view, memberId);
  if (view === undefined) return undefined;
  const { departmentId, channelId, tagId, assigneeId } = asked;
  return narrow(view, { departmentId, channelId, tagId, assigneeId, unread: asked.unread === 'true' });
}

export const inboxVerbs: Pick<Verbs, 'inbox.list' | 'inbox.counts'> = {
  'inbox.list': async (caller, tx, input) => {
    const agent = agentOf(caller);
    const filter = await filterOf(caller, tx, agent, input);
    if (filter === undefined) return { items: [], next: null };
    return await listInbox(caller.ctx, tx, agent, filter, input.before);
  },
  'inbox.counts': async (caller, tx) => await countInbox(caller.ctx, tx, agentOf(caller)),
};
