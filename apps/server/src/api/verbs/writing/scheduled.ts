import { type ErrorCode, errorSentence, isErrorCode, type Language } from '@balcao/contract';
import {
  cancelScheduled,
  createScheduled,
  findScheduled,
  listScheduled,
  type Scheduled,
  type ScheduledRun,
  scheduledSentences,
  updateScheduled,
} from '@balcao/core/desk';
import type { Tx } from '@balcao/db';
import type { Caller } from '../../api-parts.ts';
import { agentOf } from '../agent.ts';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';
import { visiblePlace } from '../visible.ts';
import { channelOf } from './messages.ts';

function problemOf(reason: string | null, language: Language): { key: string; text: string } | null {
  if (reason === null) return null;
  if (reason in scheduledSentences)
    return { key: reason, text: scheduledSentences[reason as keyof typeof scheduledSentences][language] }; // checked on the line before
  const code: ErrorCode = isErrorCode(reason) ? reason : 'internal';
  return { key: code, text: errorSentence(code, language) };
}

const presentRun = ({ dueAt, at, reason, messageIds, state }: ScheduledRun, language: Language) => ({
  dueAt: time(new Date(dueAt)),
  state,
  problem: problemOf(reason, language),
  messageIds: [...messageIds],
  at: time(new Date(at)),
});

type Shown = Awaited<ReturnType<Verbs['scheduled.create']>>['scheduled'];

function present(row: Scheduled, language: Language): Shown {
  const { firstAt: _firstAt, content, mediaIds, nextAt, recurrence, createdAt, updatedAt, runs, ...shown } = row;
  return {
    ...shown,
    content: content as Shown['content'], // the same shape, with lists that may be written to
    mediaIds: [...mediaIds],
    nextAt: timeOrNull(nextAt),
    recurrence,
    runs: (runs ?? []).map((run) => presentRun(run, language)),
    createdAt: time(createdAt),
    updatedAt: time(updatedAt),
  };
}

/** What the caller may see: by its conversation. */
async function visibleScheduled(caller: Caller, tx: Tx, id: string): Promise<Scheduled> {
  const found = await findScheduled(caller.ctx, tx, id);
  await visiblePlace(caller, tx, found.conversationId);
  return found;
}

type Named = 'scheduled.list' | 'scheduled.create' | 'scheduled.update' | 'scheduled.cancel';

export const scheduledVerbs: Pick<Verbs, Named> = {
  'scheduled.list': async (caller, tx, { conversationId, ...filter }) => {
    const place = conversationId === undefined ? undefined : await visiblePlace(caller, tx, conversationId);
    const conversationIds = place && [place.id, ...place.joined];
    const page = await listScheduled(caller.ctx, tx, agentOf(caller), { ...filter, conversationIds });
    return { scheduled: page.scheduled.map((row) => present(row, caller.language)), next: page.next };
  },
  'scheduled.create': async (caller, tx, { conversationId, at, ...plan }, parts) => {
    const place = await visiblePlace(caller, tx, conversationId);
    const channel = channelOf(caller, parts, place.channelId);
    const made = await createScheduled(caller.ctx, tx, place, channel, { ...plan, at: new Date(at) });
    return { scheduled: present(made, caller.language) };
  },
  'scheduled.update': async (caller, tx, { id, at, ...change }, parts) => {
    const found = await visibleScheduled(caller, tx, id);
    const channel = channelOf(caller, parts, found.channelId);
    const wanted = { ...change, ...(at === undefined ? {} : { at: new Date(at) }) };
    const changed = await updateScheduled(caller.ctx, tx, found, channel, wanted);
    return { scheduled: present(changed, caller.language) };
  },
  'scheduled.cancel': async (caller, tx, { id }) => ({
    changed: await cancelScheduled(caller.ctx, tx, await visibleScheduled(caller, tx, id)),
  }),
};
