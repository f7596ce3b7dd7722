import type { KnownIdentity, Sight, Sighting } from '../types.ts';

/** All sightings of a batch that are one person's, and the contacts the database knows that person by. */
export interface Group {
  readonly sightings: number[];
  /** One for each identity; where two spellings came, the last. */
  readonly sights: Map<string, { sight: Sight; reason: Sighting['reason'] }>;
  /** Oldest first. */
  readonly contacts: string[];
}

export const nameOf = (sight: Pick<Sight, 'kind' | 'key'>): string => `${sight.kind} ${sight.key}`;

/** Pure: sightings that share an identity, or a contact by way of what is known, go together (union-find). */
export function groupSightings(sightings: readonly Sighting[], known: ReadonlyMap<string, KnownIdentity>): Group[] {
  const parent: number[] = sightings.map((_, n) => n);
  const root = (n: number): number => {
    let at = n;
    while (parent[at] !== at) at = parent[at] as number; // every n has a parent
    return at;
  };
  const first = new Map<string, number>();
  const meet = (place: string, n: number) => {
    const other = first.get(place);
    if (other === undefined) first.set(place, n);
    else parent[Math.max(root(other), root(n))] = Math.min(root(other), root(n));
  };
  for (const [n, sighting] of sightings.entries())
    for (const sight of sighting.sights) {
      meet(nameOf(sight), n);
      const contact = known.get(nameOf(sight))?.contactId;
      if (contact !== undefined) meet(contact, n);
    }
  const groups = new Map<number, Group & { found: Set<string> }>();
  for (const [n, sighting] of sightings.entries()) {
    const at = root(n);
    const group: Group & { found: Set<string> } = groups.get(at) ?? {
      sightings: [],
      sights: new Map(),
      contacts: [],
      found: new Set(),
    };
    groups.set(at, group);
    group.sightings.push(n);
    for (const sight of sighting.sights) {
      group.sights.set(nameOf(sight), { sight, reason: sighting.reason });
      const contact = known.get(nameOf(sight))?.contactId;
      if (contact !== undefined) group.found.add(contact);
    }
  }
  return [...groups.values()].map(({ found, ...group }) => ({ ...group, contacts: [...found].sort() }));
}
