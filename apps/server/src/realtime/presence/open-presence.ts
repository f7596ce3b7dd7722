import type { PresenceChange } from '@balcao/contract';
import { listPresences, type MemberHere, RENEW_EVERY_MS, renewPresence } from '@balcao/core/presence';
import { type DbCtx, inWorkspace } from '@balcao/db';

export interface PresenceParts {
  readonly processId: string;
  /** Other processes look at the rows, then. */
  tell(workspaceId: string): void;
  show(workspaceId: string, changes: readonly PresenceChange[]): void;
}

export interface Presence {
  set(workspaceId: string, memberId: string, socketId: string, state: 'online' | 'away'): void;
  leave(workspaceId: string, memberId: string, socketId: string): void;
  /** Another process wrote rows. */
  look(workspaceId: string): void;
  close(): Promise<void>;
}

/** What happens within this is written together. */
const GATHER_MS = 150;
/** A page that is loaded again is not somebody who went away. */
const LEAVE_AFTER_MS = 3_000;
/** Words between processes may be lost: the rows are looked at anyway. */
const LOOK_EVERY_MS = 15_000;

interface Company {
  /** The sockets of each member here. */
  readonly members: Map<string, Map<string, 'online' | 'away'>>;
  readonly dirty: Set<string>;
  /** As last shown. */
  shown: Map<string, PresenceChange['state']> | undefined;
  timer: NodeJS.Timeout | undefined;
  busy: Promise<void>;
}

/** The rows are the truth, over all processes: what changes here is written, everybody looks, and shows what is different. */
export function openPresence(ctx: DbCtx, parts: PresenceParts): Presence {
  const companies = new Map<string, Company>();
  const closing = new AbortController();

  function companyOf(workspaceId: string): Company {
    const known = companies.get(workspaceId);
    if (known) return known;
    const made: Company = {
      members: new Map(),
      dirty: new Set(),
      shown: undefined,
      timer: undefined,
      busy: Promise.resolve(),
    };
    companies.set(workspaceId, made);
    return made;
  }

  function soon(workspaceId: string, company: Company): void {
    if (closing.signal.aborted) return;
    company.timer ??= setTimeout(() => {
      company.timer = undefined;
      company.busy = company.busy.then(() => write(workspaceId, company)).then(() => lookAt(workspaceId, company));
      company.busy = company.busy.catch((error: unknown) => {
        ctx.log.debug(
          { err: error, workspaceId },
          'who is here could not be written; it is tried with the next renewal',
        );
      });
    }, GATHER_MS);
  }

  async function write(workspaceId: string, company: Company): Promise<void> {
    if (company.dirty.size === 0) return;
    const members = [...company.dirty].map((memberId): MemberHere => ({ memberId, state: stateOf(company, memberId) }));
    company.dirty.clear();
    try {
      await renewPresence(inWorkspace(ctx, workspaceId), parts.processId, members);
    } catch (error) {
      for (const { memberId } of members) company.dirty.add(memberId);
      throw error;
    }
    for (const { memberId, state } of members) if (state === null) company.members.delete(memberId);
    parts.tell(workspaceId);
  }

  async function lookAt(workspaceId: string, company: Company): Promise<void> {
    if (company.members.size === 0) return void companies.delete(workspaceId);
    const now = await listPresences(inWorkspace(ctx, workspaceId));
    const before = company.shown;
    const changed = now.filter(({ memberId, state }) => (before?.get(memberId) ?? 'offline') !== state);
    company.shown = new Map(now.map(({ memberId, state }) => [memberId, state]));
    if (changed.length === 0) return;
    parts.show(
      workspaceId,
      changed.map(({ memberId, state, lastSeenAt }) => ({
        memberId,
        state,
        lastSeenAt: lastSeenAt?.toISOString() ?? null,
      })),
    );
  }

  const renewing = setInterval(() => {
    for (const [workspaceId, company] of companies) {
      for (const memberId of company.members.keys()) company.dirty.add(memberId);
      soon(workspaceId, company);
    }
  }, RENEW_EVERY_MS);
  const looking = setInterval(() => {
    for (const [workspaceId, company] of companies) soon(workspaceId, company);
  }, LOOK_EVERY_MS);
  renewing.unref();
  looking.unref();

  return {
    set(workspaceId, memberId, socketId, state) {
      const company = companyOf(workspaceId);
      const before = stateOf(company, memberId);
      const sockets = company.members.get(memberId) ?? new Map<string, 'online' | 'away'>();
      company.members.set(memberId, sockets.set(socketId, state));
      if (stateOf(company, memberId) === before) return;
      company.dirty.add(memberId);
      soon(workspaceId, company);
    },
    leave(workspaceId, memberId, socketId) {
      void ctx.clock.sleep(LEAVE_AFTER_MS, closing.signal).then(() => {
        const company = companies.get(workspaceId);
        const before = company && stateOf(company, memberId);
        company?.members.get(memberId)?.delete(socketId);
        if (company === undefined || stateOf(company, memberId) === before) return;
        company.dirty.add(memberId);
        soon(workspaceId, company);
      });
    },
    look(workspaceId) {
      const company = companies.get(workspaceId);
      if (company) soon(workspaceId, company);
    },
    async close() {
      clearInterval(renewing);
      clearInterval(looking);
      closing.abort();
      for (const [workspaceId, company] of companies) {
        clearTimeout(company.timer);
        await company.busy;
        const members = [...company.members.keys()].map((memberId): MemberHere => ({ memberId, state: null }));
        await renewPresence(inWorkspace(ctx, workspaceId), parts.processId, members).catch(() => undefined); // the rows expire
        parts.tell(workspaceId);
      }
    },
  };
}

/** Away only when no screen of theirs is looked at. */
function stateOf(company: Company, memberId: string): 'online' | 'away' | null {
  const states = [...(company.members.get(memberId)?.values() ?? [])];
  if (states.length === 0) return null;
  return states.includes('online') ? 'online' : 'away';
}
