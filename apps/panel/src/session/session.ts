import type { Output } from '@balcao/client';
import type { Scope } from '@balcao/contract';
import { useRead, useWorkspaceId } from '../api/index.ts';

/*
 * Who is signed in, and as whom here. The frame asks `me.get` before it shows anything, so inside it these always have an answer.
 *   const me = useMe();            the person, with every company they work in
 *   const member = useMember();    the person in this company: memberId, role, scopes, departmentIds, name and id of the company
 *   const can = useCan();          can('tickets:assign')
 */
export type Me = Output<'me.get'>;
export type Member = Me['workspaces'][number];

export const useMaybeMe = () => useRead('me.get', {}, { staleTime: 60_000 });

export function useMe(): Me {
  const { data } = useMaybeMe();
  if (!data) throw new Error('useMe is for what stands inside the frame');
  return data;
}

/** The company of this tab as the person is in it; the first one when the kept choice is no longer theirs. */
export function useMaybeMember(): Member | undefined {
  const { workspaces } = useMe();
  const workspace = useWorkspaceId();
  return workspaces.find((one) => one.id === workspace) ?? workspaces[0];
}

export function useMember(): Member {
  const member = useMaybeMember();
  if (!member) throw new Error('useMember is for what stands inside a company');
  return member;
}

export function useCan(): (scope: Scope) => boolean {
  const scopes = useMaybeMember()?.scopes ?? [];
  return (scope) => scopes.includes(scope);
}
