import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiProblem, api, useWorkspaceId } from '../../../../api/index.ts';
import type { Check } from '../writing/editor-handle.ts';

const AFTER_MS = 350;

export interface Checked {
  readonly check: Check | undefined;
  /** What is shown is of this very text. */
  readonly fresh: boolean;
  readonly failed: boolean;
  /** The last diagram that could be drawn. */
  readonly diagram: Check['diagram'];
  readonly diagramIsOld: boolean;
}

/** What the server says about the text, shortly after one stops writing. */
export function useCheck(source: string): Checked {
  const workspace = useWorkspaceId();
  const [settled] = useDebouncedValue(source, AFTER_MS);
  const { data, isError, isPlaceholderData } = useQuery<Check, ApiProblem>({
    queryKey: [workspace ?? '', 'flows.check', settled],
    queryFn: ({ signal }) => api.call('flows.check', { source: settled }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const [last, setLast] = useState<Check['diagram']>(null);
  const drawn = data?.diagram ?? null;
  if (drawn !== null && drawn !== last) setLast(drawn);
  return {
    check: data,
    fresh: data !== undefined && settled === source && !isPlaceholderData,
    failed: isError,
    diagram: drawn ?? last,
    diagramIsOld: data !== undefined && data.diagram === null && last !== null,
  };
}
