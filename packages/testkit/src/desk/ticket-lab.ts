import type { TicketStatus } from '@balcao/contract';
import type { Agent } from '@balcao/core/tickets';
import { sql, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { type Clock, systemClock } from '@balcao/kernel';
import type { TestLine } from '../database/index.ts';

/** A clock that stands until it is moved. */
export function movableClock(start: string): Clock & { go(ms: number): void } {
  let now = new Date(start).getTime();
  return {
    ...systemClock,
    now: () => new Date(now),
    go: (ms) => {
      now += ms;
    },
  };
}

const insertMember = sql(
  'test/ticket-member',
  `insert into members (workspace_id, id, person_id, name, email, role, state) values ($1, $2, $2, $3, $3 || '@loja.example', $4, $5)`,
);
const insertTicket = sql(
  'test/ticket',
  `with person as (
     insert into contacts (workspace_id, id, name) values ($1, $2, $3)
   ), talk as (
     insert into conversations (workspace_id, id, channel_id, contact_id, wa_id, floor, unread, created_at)
     values ($1, $2, $4, $2, '5511' || right(translate($2::text, 'abcdef-', '123456'), 9), case when $5 = 'triage' then 'bot' else 'person' end, $6, $7)
   )
   insert into tickets (workspace_id, id, conversation_id, contact_id, channel_id, protocol, status, department_id, assignee_id, tag_ids,
     priority, opened_at, queued_at, snoozed_until, resolved_at, last_message_at, updated_at, team_id)
   values ($1, $2, $2, $2, $4, $2::text, $5, $8, $9, $10, $11, $7, $7, case when $5 = 'snoozed' then $12::timestamptz end,
     case when $5 = 'resolved' then $7 end, $7, $7, $13)`,
);

export interface NewTicket {
  readonly status?: TicketStatus;
  readonly departmentId?: string | null;
  readonly teamId?: string | null;
  readonly assigneeId?: string | null;
  readonly unread?: number;
  readonly tagIds?: readonly string[];
  readonly priority?: number;
  readonly at?: Date;
  readonly snoozedUntil?: Date;
}

export interface LabMember extends Agent {
  readonly memberId: string;
  readonly name: string;
  /** The context of what they do. */
  readonly ctx: WorkspaceCtx;
}

/** People and tickets of one company, put there as they are. */
export function ticketLab({ ctx, channel }: TestLine) {
  let made = 0;
  const within = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => withWorkspace(ctx, fn);
  return {
    within,
    async member(name: string, more: Partial<Agent> & { role?: string; state?: string } = {}): Promise<LabMember> {
      const memberId = ctx.ids.uuid();
      const { role = 'attendant', state = 'active', sees = 'all', mayAssign = false } = more;
      await within((tx) => tx.run(insertMember, [ctx.workspaceId, memberId, name, role, state]));
      return { memberId, name, sees, mayAssign, ctx: { ...ctx, actor: { kind: 'person', id: memberId } } };
    },
    /** Its conversation and its contact have its id. */
    async ticket(of: NewTicket = {}): Promise<string> {
      const id = ctx.ids.uuid();
      const at = of.at ?? ctx.clock.now();
      const { status = 'queued', departmentId = null, assigneeId = null, tagIds = [], priority = 1, unread = 0 } = of;
      const place = [status, unread, at, departmentId, assigneeId, tagIds, priority];
      const until = of.snoozedUntil ?? at;
      await within((tx) =>
        tx.run(insertTicket, [
          ctx.workspaceId,
          id,
          `Cliente ${++made}`,
          channel.id,
          ...place,
          until,
          of.teamId ?? null,
        ]),
      );
      return id;
    },
  };
}
