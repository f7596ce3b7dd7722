import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ApiProblem, api, keyOf, useWorkspaceId } from '../../api/index.ts';
import type { InboxItem, InboxPage, InboxQuestion } from './inbox-question.ts';
import { placeOf } from './place-of.ts';

export type KeptPages = InfiniteData<InboxPage, string | undefined>;

/** The pages of a list as far as they were read, kept true by use-inbox-feed. */
export function useInboxPages(question: InboxQuestion) {
  const workspace = useWorkspaceId();
  const read = useInfiniteQuery<InboxPage, ApiProblem, KeptPages, readonly unknown[], string | undefined>({
    queryKey: [...keyOf('inbox.list', question, workspace), 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const before = pageParam === undefined ? {} : { before: pageParam };
      const { items, next } = await api.call('inbox.list', { ...question, ...before }, { signal });
      const last = items.at(-1);
      return { items, next, bound: next === null || last === undefined ? null : placeOf(last) };
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const items = useMemo(() => uniqueItems(read.data), [read.data]);
  return { ...read, items };
}

/** A ticket that came up while a page was read can stand on two. */
function uniqueItems(kept: KeptPages | undefined): readonly InboxItem[] {
  const seen = new Set<string>();
  return (kept?.pages ?? [])
    .flatMap((page) => page.items)
    .filter(({ ticketId }) => !seen.has(ticketId) && seen.add(ticketId));
}
