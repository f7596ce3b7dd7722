import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { keyOf, queryClient, refresh, useRead } from '../../api/index.ts';
import { replayAfterRead } from '../../conversation/index.ts';
import { useDeskEvent } from '../../realtime/index.ts';
import { useMember } from '../../session/index.ts';
import { belongs } from './belongs.ts';
import type { InboxItem, InboxQuestion } from './inbox-question.ts';
import { dropItem, putItem } from './put-item.ts';
import type { KeptPages } from './use-inbox-pages.ts';

type Told = { readonly item: InboxItem } | { readonly gone: string };

const isList = (key: QueryKey) => key[1] === 'inbox.list' && key[3] === 'pages';
/** Counts are asked for again when a burst is over. */
const COUNT_AFTER_MS = 600;

/** Lays what happens over every list that was read, and over the tickets that are kept. */
export function useInboxFeed(): void {
  const { memberId } = useMember();
  const views = useRead('views.list', {}, { staleTime: 5 * 60_000 }).data?.views ?? [];
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const layOver = useEffectEvent((key: QueryKey, told: Told) => {
    const question = key[2] as InboxQuestion; // so they are made in use-inbox-pages
    if (!('item' in told)) {
      queryClient.setQueryData<KeptPages>(key, (now) => now && dropItem(now, told.gone));
      return;
    }
    const fits = belongs(told.item, question, memberId, views);
    if (fits === undefined) return void queryClient.invalidateQueries({ queryKey: key });
    queryClient.setQueryData<KeptPages>(
      key,
      (now) => now && (fits ? putItem(now, told.item) : dropItem(now, told.item.ticketId)),
    );
  });
  const replay = useRef<ReturnType<typeof replayAfterRead<Told>>>(undefined);
  useEffect(() => {
    replay.current = replayAfterRead<Told>(isList, (key, told) => layOver(key, told));
    return () => {
      replay.current?.stop();
      clearTimeout(counting.current);
      counting.current = undefined;
    };
  }, []);

  const hear = (told: Told) => {
    replay.current?.tell(told);
    for (const query of queryClient.getQueryCache().findAll({ predicate: ({ queryKey }) => isList(queryKey) }))
      layOver(query.queryKey, told);
    counting.current ??= setTimeout(() => {
      counting.current = undefined;
      void refresh('inbox.counts');
    }, COUNT_AFTER_MS);
  };
  useDeskEvent('inbox.changed', ({ data: { item } }) => {
    hear({ item });
    queryClient.setQueryData(
      keyOf('tickets.get', { ticketId: item.ticketId }),
      (now: { ticket: InboxItem } | undefined) => now && { ticket: { ...now.ticket, ...item } },
    );
  });
  useDeskEvent('inbox.gone', ({ data: { ticketId } }) => hear({ gone: ticketId }));
}
