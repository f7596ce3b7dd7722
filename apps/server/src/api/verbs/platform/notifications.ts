import { listNotifications, readNotifications } from '@balcao/core/push';
import { Fault } from '@balcao/kernel';
import type { Caller } from '../../api-parts.ts';
import { time, timeOrNull } from '../present.ts';
import type { Verbs } from '../verb.ts';

function memberId({ by }: Caller): string {
  if (by.kind === 'member') return by.id;
  throw new Fault('forbidden', 'only people have notifications; an API key follows the socket or reads the ledger');
}

export const notificationVerbs: Pick<Verbs, 'notifications.list' | 'notifications.read'> = {
  'notifications.list': async (caller, tx, page) => {
    const reader = { memberId: memberId(caller), places: caller.sees === 'all' ? null : caller.sees };
    const { notifications, unread, next } = await listNotifications(caller.ctx, tx, reader, page);
    const shown = notifications.map(({ at, readAt, ...one }) => ({ ...one, at: time(at), readAt: timeOrNull(readAt) }));
    return { notifications: shown, unread, next };
  },
  'notifications.read': async (caller, tx, which) => ({
    read: await readNotifications(caller.ctx, tx, memberId(caller), which),
  }),
};
