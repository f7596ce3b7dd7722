import { useMemo } from 'react';
import { useRead } from '../../../api/index.ts';

/** The name of whoever did something: a colleague's, or what kind of program it was. */
export function useNameOf(): (actor: { kind: string; id: string | null }) => string {
  const { data } = useRead('people.list', {}, { staleTime: 60_000 });
  const names = useMemo(() => new Map((data?.people ?? []).map((one) => [one.id, one.name])), [data]);
  return ({ kind, id }) => (id === null ? undefined : names.get(id)) ?? (kind === 'api_key' ? 'API' : 'Balcão');
}
