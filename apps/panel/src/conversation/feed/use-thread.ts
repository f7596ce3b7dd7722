import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ApiProblem, api, keyOf, queryClient, useWorkspaceId } from '../../api/index.ts';
import { messagesOf, type ThreadPage } from './thread-pages.ts';

type PageParam = { readonly before: string } | { readonly after: string } | undefined;
export type KeptThread = InfiniteData<ThreadPage, PageParam>;

const keyFor = (conversationId: string, around: string | undefined, workspace?: string) => [
  ...keyOf('messages.thread', { conversationId, ...(around === undefined ? {} : { around }) }, workspace),
  'pages',
];

const optionsFor = (conversationId: string, around: string | undefined, workspace?: string) => ({
  queryKey: keyFor(conversationId, around, workspace),
  queryFn: ({ pageParam, signal }: { pageParam: PageParam; signal: AbortSignal }) =>
    api.call(
      'messages.thread',
      { conversationId, ...(pageParam ?? (around === undefined ? {} : { around })) },
      { signal },
    ),
  initialPageParam: undefined as PageParam,
  getNextPageParam: (last: ThreadPage): PageParam => (last.next === null ? undefined : { before: last.next }),
});

/** The talk as far as it was read: its end, or the part around a message. */
export function useThread(conversationId: string, around: string | undefined) {
  const workspace = useWorkspaceId();
  const read = useInfiniteQuery<ThreadPage, ApiProblem, KeptThread, readonly unknown[], PageParam>({
    ...optionsFor(conversationId, around, workspace),
    getPreviousPageParam: (first) => (first.newer === null ? undefined : { after: first.newer }),
    // Events come only while it is watched: what was kept is shown at once, and read again beside it.
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const messages = useMemo(() => messagesOf(read.data), [read.data]);
  return { ...read, messages };
}

/** Read ahead, when the pointer or the keyboard comes near: the talk is there when it is opened. */
export function prefetchThread(conversationId: string): void {
  // What fails here is told where it is opened.
  queryClient.infiniteQuery({ ...optionsFor(conversationId, undefined), staleTime: 30_000 }).catch(() => undefined);
}

/** One left: of what was read back page by page only the end is kept, so that coming back asks once. */
export function trimThread(conversationId: string): void {
  queryClient.setQueryData<KeptThread>(keyFor(conversationId, undefined), (now) =>
    now && now.pages.length > 1 ? { pages: now.pages.slice(0, 1), pageParams: now.pageParams.slice(0, 1) } : now,
  );
}

export const isThreadOf = (key: readonly unknown[], conversationId: string): boolean =>
  key[1] === 'messages.thread' &&
  key[3] === 'pages' &&
  (key[2] as { conversationId?: string } | undefined)?.conversationId === conversationId; // so keyFor makes them
