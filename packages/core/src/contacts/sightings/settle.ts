import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { joinContacts } from '../merging/join-contacts.ts';
import { known, link, partedByPerson } from '../rows.ts';
import type { Identified, KnownIdentity, MergedContacts, Sighting } from '../types.ts';
import { type Group, groupSightings, nameOf } from './group-sightings.ts';
import { keepFresh } from './keep-fresh.ts';

const TOUCHED_EVERY_MS = 6 * 3_600_000;
/** Each round that changes nothing of ours means another process moved first; it cannot go on for ever. */
const ROUNDS = 8;

interface Round {
  readonly sightings: readonly Sighting[];
  readonly found: Map<string, KnownIdentity>;
  readonly groups: Group[];
}

/** Reads, merges and links until every identity of every sighting is known and each group is one contact. */
export async function settle(tx: Tx, ctx: WorkspaceCtx, sightings: readonly Sighting[]): Promise<Identified> {
  if (sightings.length === 0) return { people: [], merges: [] };
  const merges: MergedContacts[] = [];
  const created = new Set<string>();
  for (let n = 0; n < ROUNDS; n++) {
    const found = await lookUp(tx, ctx, sightings);
    const round: Round = { sightings, found, groups: groupSightings(sightings, found) };
    if (await mergeWhatIsOne(tx, ctx, round, merges)) continue;
    if (!(await linkWhatIsNew(tx, ctx, round, created))) continue;
    await keepFresh(tx, ctx, round);
    return { people: peopleOf(round, created), merges };
  }
  throw new Fault('unavailable', 'identities kept moving between contacts while they were being read');
}

async function lookUp(tx: Tx, ctx: WorkspaceCtx, sightings: readonly Sighting[]): Promise<Map<string, KnownIdentity>> {
  const wanted = new Map(sightings.flatMap(({ sights }) => sights.map((sight) => [nameOf(sight), sight] as const)));
  const sights = [...wanted.values()];
  const stale = new Date(ctx.clock.now().getTime() - TOUCHED_EVERY_MS);
  const rows = await tx.rows<KnownIdentity>(known, [sights.map((s) => s.kind), sights.map((s) => s.key), stale]);
  return new Map(rows.map((row) => [nameOf(row), row]));
}

/**
 * The oldest stays. Contacts that a person parted are left apart, however often they are seen together. True when something
 * moved, by us or by a process that was quicker, and so must be read again.
 */
async function mergeWhatIsOne(tx: Tx, ctx: WorkspaceCtx, round: Round, merges: MergedContacts[]): Promise<boolean> {
  const divided = round.groups.filter((group) => group.contacts.length > 1);
  if (divided.length === 0) return false;
  const pairs = await tx.rows<{ one: string; other: string }>(partedByPerson, [divided.flatMap((g) => g.contacts)]);
  const parted = new Set(pairs.flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`]));
  let moved = false;
  for (const group of divided) {
    const kept: string[] = [];
    for (const contact of group.contacts) {
      const into = kept.find((elder) => !parted.has(`${elder} ${contact}`));
      if (into === undefined) {
        kept.push(contact);
        continue;
      }
      const merged = await joinContacts(tx, ctx, { from: contact, into, reason: reasonOf(group) });
      if (merged !== undefined) merges.push(merged);
      moved = true;
    }
  }
  return moved;
}

const reasonOf = (group: Group) =>
  [...group.sights.values()].find(({ reason }) => reason !== 'seen_together')?.reason ?? 'seen_together';

/** False when another process was there first for some of it: then all must be read again. */
async function linkWhatIsNew(tx: Tx, ctx: WorkspaceCtx, round: Round, created: Set<string>): Promise<boolean> {
  const wanted = round.groups.flatMap((group) => newIdentities(ctx, round, group));
  if (wanted.length === 0) return true;
  const won = await tx.rows<{ contactId: string }>(link, [ctx.workspaceId, JSON.stringify(wanted), ctx.clock.now()]);
  const winners = new Set(won.map((row) => row.contactId));
  const newcomers = new Set(wanted.filter((one) => one.fresh).map((one) => one.contact_id));
  for (const id of newcomers) if (winners.has(id)) created.add(id);
  await record(
    tx,
    ctx,
    [...winners].map((contactId) => ({
      type: newcomers.has(contactId) ? 'contact.created' : 'contact.identity_added',
      contactId,
    })),
  );
  if (won.length < wanted.length) return false;
  for (const { id, contact_id: contactId, kind, key, value, profile_name: profileName, username } of wanted)
    round.found.set(nameOf({ kind, key }), {
      id,
      kind,
      key,
      contactId,
      value,
      profileName,
      username,
      blocked: false,
      stale: false,
    });
  return true;
}

function newIdentities(ctx: WorkspaceCtx, round: Round, group: Group) {
  const unknown = [...group.sights].filter(([name]) => !round.found.has(name));
  if (unknown.length === 0) return [];
  const fresh = group.contacts.length === 0;
  const newcomer = ctx.ids.uuid();
  const names = namesOf(round, group);
  let anchor: string | undefined;
  return unknown.map(([name, { sight, reason }]) => {
    const companion = companionOf(round, group, name);
    const id = ctx.ids.uuid();
    const seenWith = companion?.id ?? anchor ?? null;
    anchor ??= id;
    return {
      id,
      contact_id: companion?.contactId ?? newcomer,
      fresh,
      ...sight,
      reason: fresh ? 'first_seen' : reason,
      seen_with: seenWith,
      profile_name: fresh ? names.profileName : (companion?.profileName ?? null),
      username: fresh ? names.username : (companion?.username ?? null),
    };
  });
}

function namesOf(round: Round, group: Group): { profileName: string | null; username: string | null } {
  const said = group.sightings.map((n) => round.sightings[n]);
  return {
    profileName: said.findLast((sighting) => sighting?.profileName !== undefined)?.profileName ?? null,
    username: said.findLast((sighting) => sighting?.username !== undefined)?.username ?? null,
  };
}

/** The known identity it was seen beside: in its own sighting first, so that parted contacts each get what is theirs. */
function companionOf(round: Round, group: Group, name: string): KnownIdentity | undefined {
  const own = group.sightings.filter((n) => round.sightings[n]?.sights.some((sight) => nameOf(sight) === name));
  for (const n of [...own, ...group.sightings])
    for (const sight of round.sightings[n]?.sights ?? []) {
      const found = round.found.get(nameOf(sight));
      if (found !== undefined) return found;
    }
  return undefined;
}

function peopleOf(round: Round, created: ReadonlySet<string>) {
  return round.sightings.map(({ sights }) => {
    const rows = sights.map((sight) => round.found.get(nameOf(sight))).filter((row) => row !== undefined);
    const [found] = rows;
    if (found === undefined) throw new Fault('internal', 'an identity that was just written is not there');
    return {
      contactId: found.contactId,
      created: created.has(found.contactId),
      blocked: rows.some((row) => row.blocked),
    };
  });
}
