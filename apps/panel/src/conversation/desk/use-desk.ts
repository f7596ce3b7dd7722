import { useMemo } from 'react';
import { type Output, useRead } from '../../api/index.ts';
import { useCan, useMember } from '../../session/index.ts';

export type Department = Output<'departments.list'>['departments'][number];
export type Queue = Output<'queues.list'>['queues'][number];
export type Team = Output<'teams.list'>['teams'][number];
export type Tag = Output<'tags.list'>['tags'][number];
export type Person = Output<'people.list'>['people'][number];
export type Channel = Output<'channels.list'>['channels'][number];

/** These change rarely, and an event says when. */
const kept = { staleTime: 10 * 60_000 };
const none: readonly never[] = [];
const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
  new Map(things.map((thing) => [thing.id, thing]));

export interface Desk {
  readonly me: string;
  readonly departments: ReadonlyMap<string, Department>;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly people: ReadonlyMap<string, Person>;
  readonly channels: ReadonlyMap<string, Channel>;
  nameOf(memberId: string | null | undefined): string | null;
}

/** The words for the ids that tickets carry: read once, shared by every row. */
export function useDesk(): Desk {
  const { memberId } = useMember();
  const can = useCan();
  const departments = useRead('departments.list', {}, kept).data?.departments ?? none;
  const queues = useRead('queues.list', {}, kept).data?.queues ?? none;
  const teams = useRead('teams.list', {}, kept).data?.teams ?? none;
  const tags = useRead('tags.list', {}, kept).data?.tags ?? none;
  const people = useRead('people.list', can('people:read') ? { limit: 500 } : undefined, kept).data?.people ?? none;
  const channels = useRead('channels.list', can('channels:read') ? {} : undefined, kept).data?.channels ?? none;
  return useMemo(() => {
    const found = byId(people);
    return {
      me: memberId,
      departments: byId(departments),
      queues: byId(queues),
      teams: byId(teams),
      tags: byId(tags),
      people: found,
      channels: byId(channels),
      nameOf: (id) => (id == null ? null : (found.get(id)?.name ?? null)),
    };
  }, [memberId, departments, queues, teams, tags, people, channels]);
}
