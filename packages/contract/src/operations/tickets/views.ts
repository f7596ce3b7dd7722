import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id } from '../fields.ts';
import { ticketPriority, ticketStatus } from './inbox-item.ts';

/** What a saved view shows. A list left out or empty asks nothing; `assignee` `me` is whoever looks. */
export const viewFilter = z.strictObject({
  statuses: z.array(ticketStatus).max(6).optional(),
  departmentIds: z.array(id).max(50).optional(),
  channelIds: z.array(id).max(50).optional(),
  tagIds: z.array(id).max(50).optional(),
  priorities: z.array(ticketPriority).max(4).optional(),
  assignee: z.union([z.enum(['me', 'none']), id]).optional(),
  unread: z.boolean().optional(),
});
export type ViewFilter = z.output<typeof viewFilter>;

export const view = z.strictObject({
  id,
  name: z.string(),
  shared: z.boolean(),
  /** May whoever asks change it? */
  mine: z.boolean(),
  filter: viewFilter,
});

export const viewsList = defineOperation({
  name: 'views.list',
  kind: 'read',
  summary: 'The saved views: one’s own and those that all share',
  scope: 'tickets:read',
  input: z.strictObject({}),
  output: z.strictObject({ views: z.array(view), next: z.null() }),
  errors: [],
});
export const viewsSave = defineOperation({
  name: 'views.save',
  kind: 'write',
  summary: 'Save a view, or change one of one’s own; one that all share needs the scope `desk:write`',
  scope: 'tickets:read',
  input: z.strictObject({
    viewId: id.optional(),
    name: z.string().trim().min(1).max(60),
    shared: z.boolean().default(false),
    filter: viewFilter,
  }),
  output: z.strictObject({ view }),
  errors: ['not_found', 'conflict', 'over_limit'],
});
export const viewsDelete = defineOperation({
  name: 'views.delete',
  kind: 'write',
  summary: 'Delete a view of one’s own, or with the scope `desk:write` one that all share',
  scope: 'tickets:read',
  input: z.strictObject({ viewId: id }),
  output: z.strictObject({ deleted: z.boolean() }),
  errors: ['not_found'],
});
