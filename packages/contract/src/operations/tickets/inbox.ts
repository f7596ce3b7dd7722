import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id } from '../fields.ts';
import { inboxItem } from './inbox-item.ts';

/** The views that every inbox has; a saved view is named by its id. */
export const baseView = z.enum(['mine', 'unassigned', 'all', 'triage', 'snoozed', 'resolved']);
const yesOrNo = z.enum(['true', 'false']);

export const inboxList = defineOperation({
  name: 'inbox.list',
  kind: 'read',
  summary: 'A page of the inbox: 50 tickets of a view, those with the newest message first',
  scope: 'tickets:read',
  input: z.strictObject({
    view: z.union([baseView, id]).default('mine'),
    departmentId: id.optional(),
    channelId: id.optional(),
    tagId: id.optional(),
    /** A member, or `none` for those that nobody has. */
    assigneeId: z.union([id, z.literal('none')]).optional(),
    unread: yesOrNo.optional(),
    /** What the page before gave as `next`. */
    before: z.string().max(100).optional(),
  }),
  output: z.strictObject({ items: z.array(inboxItem), next: z.string().nullable() }),
  errors: ['not_found'],
});

/** Counted up to 999; 1000 means more than that. */
const count = z.int().min(0).max(1000);

export const inboxCounts = defineOperation({
  name: 'inbox.counts',
  kind: 'read',
  summary: 'How many tickets are in each view; 1000 stands for more than 999',
  scope: 'tickets:read',
  input: z.strictObject({}),
  output: z.strictObject({
    mine: count,
    /** Tickets of mine with something unread. */
    mineUnread: count,
    unassigned: count,
    all: count,
    triage: count,
    snoozed: count,
    /** What waits for a person, by department; `departmentId` null: in none. */
    queued: z.array(z.strictObject({ departmentId: id.nullable(), count })),
  }),
  errors: [],
});
