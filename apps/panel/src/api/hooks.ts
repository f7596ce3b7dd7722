import type { ApiProblem, CallOptions, Input, Output, ReadName, WriteName } from '@balcao/client';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from './client.ts';
import { queryClient } from './query-client.ts';
import { currentWorkspace, useWorkspaceId } from './workspace.ts';

/*
 * Reads:  const read = useRead('tickets.get', { ticketId });           read.data, read.isPending, read.error (ApiProblem), read.refetch
 *         useRead('tickets.get', undefined)                            asks nothing yet
 *         const pages = useReadPages('inbox.list', { view }, 'before'); pages.data.pages, pages.fetchNextPage, pages.hasNextPage
 * Writes: const claim = useWrite('tickets.claim', { refreshes: ['inbox.counts'] });  claim.mutate({ ticketId })
 * Cache:  keyOf(name, input) is the key; refresh(name[, input]) reads again; patch(name, input, change) lays an event over it.
 */

export type ReadKey<Name extends ReadName> = readonly [string, Name, ...([] | [Input<Name>])];

/** The company comes first: changing it changes every key, and nothing of the other is shown. */
export const keyOf = <Name extends ReadName>(name: Name, input?: Input<Name>, workspace = currentWorkspace()) =>
  (input === undefined ? [workspace ?? '', name] : [workspace ?? '', name, input]) as ReadKey<Name>; // a tuple of two lengths

export interface ReadOptions {
  readonly enabled?: boolean;
  readonly staleTime?: number;
  readonly refetchInterval?: number | false;
  /** Show the last answer while another input is asked: lists with filters do not blink. */
  readonly keepPrevious?: boolean;
}

export function useRead<Name extends ReadName>(
  name: Name,
  input: Input<Name> | undefined,
  { enabled = true, keepPrevious = false, ...rest }: ReadOptions = {},
): UseQueryResult<Output<Name>, ApiProblem> {
  const workspace = useWorkspaceId();
  return useQuery<Output<Name>, ApiProblem>({
    queryKey: input === undefined ? [workspace ?? '', name, 'nothing'] : keyOf(name, input, workspace),
    queryFn: ({ signal }) => api.call(name, input as Input<Name>, { signal }), // enabled only with an input
    enabled: enabled && input !== undefined,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...rest,
  });
}

interface Paged {
  readonly next: string | null;
}
type PagedName = { [Name in ReadName]: Output<Name> extends Paged ? Name : never }[ReadName];

/** A list that goes on: `by` is the input that takes `next` (`before` or `after`). */
export function useReadPages<Name extends PagedName>(
  name: Name,
  input: Omit<Input<Name>, 'before' | 'after'> | undefined,
  by: 'before' | 'after' = 'before',
  { enabled = true, keepPrevious = false, ...rest }: ReadOptions = {},
): UseInfiniteQueryResult<InfiniteData<Output<Name>, string | undefined>, ApiProblem> {
  const workspace = useWorkspaceId();
  return useInfiniteQuery({
    queryKey: [...keyOf(name, (input ?? {}) as Input<Name>, workspace), 'pages'],
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      api.call(name, { ...input, ...(pageParam === undefined ? {} : { [by]: pageParam }) } as Input<Name>, { signal }), // put together again
    initialPageParam: undefined,
    getNextPageParam: (last: Output<Name>) => (last as Paged).next ?? undefined, // PagedName says so
    enabled: enabled && input !== undefined,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...rest,
  });
}

export interface WriteOptions<Name extends WriteName> {
  /** Reads that are no longer true afterwards. */
  readonly refreshes?: readonly ReadName[];
  readonly onSuccess?: (output: Output<Name>, input: Input<Name>) => unknown;
  readonly onError?: (problem: ApiProblem, input: Input<Name>) => void;
  readonly call?: CallOptions;
}

export function useWrite<Name extends WriteName>(
  name: Name,
  options: WriteOptions<Name> = {},
): UseMutationResult<Output<Name>, ApiProblem, Input<Name>> {
  const client = useQueryClient();
  return useMutation<Output<Name>, ApiProblem, Input<Name>>({
    mutationFn: (input) => api.call(name, input, options.call),
    onSuccess: async (output, input) => {
      const fresh = (options.refreshes ?? []).map((read) => client.invalidateQueries({ queryKey: keyOf(read) }));
      await options.onSuccess?.(output, input);
      await Promise.all(fresh);
    },
    ...(options.onError ? { onError: options.onError } : {}),
  });
}

/** Ask again for what is shown, and later for what is not. */
export const refresh = (...names: readonly ReadName[]): Promise<unknown> =>
  Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: keyOf(name) })));

/** Change what is kept of a read without asking: an event said so, or we are sure it will. */
export function patch<Name extends ReadName>(
  name: Name,
  input: Input<Name>,
  change: (now: Output<Name>) => Output<Name>,
): void {
  queryClient.setQueryData<Output<Name>>(keyOf(name, input), (now) => (now === undefined ? now : change(now)));
}
