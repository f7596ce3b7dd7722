import { z } from 'zod';
import type { ErrorCode } from '../../errors.ts';
import { defineOperation } from '../../operation.ts';
import type { Scope } from '../../scopes.ts';
import { id, time } from '../fields.ts';
import { ticketPriority } from './inbox-item.ts';
import { ticketDetail } from './tickets.ts';

/** `changed` is false when it was so already. */
const output = z.strictObject({ changed: z.boolean(), ticket: ticketDetail });
const reason = z.string().trim().min(1).max(500);
const ticket = z.strictObject({ ticketId: id });
const errors: readonly ErrorCode[] = ['not_found', 'wrong_status', 'already_claimed', 'target_unavailable'];

const action = <const Name extends string, Input extends z.ZodType>(
  name: Name,
  summary: string,
  input: Input,
  scope: Scope = 'tickets:write',
) => defineOperation({ name, kind: 'write', summary, scope, input, output, errors });

export const ticketsClaim = action(
  'tickets.claim',
  'Take a ticket; when somebody else has it, the error `already_claimed` names them in `holder`',
  ticket,
);
export const ticketsAssign = action(
  'tickets.assign',
  'Give a ticket to a person',
  ticket.extend({ memberId: id, reason: reason.optional() }),
  'tickets:assign',
);
export const ticketsRelease = action(
  'tickets.release',
  'Put a ticket back into its queue, with nobody on it',
  ticket.extend({ reason: reason.optional() }),
);
export const ticketsTransfer = action(
  'tickets.transfer',
  'Hand a ticket to a department, a queue, a team or a person, and say why',
  ticket
    .extend({
      departmentId: id.optional(),
      queueId: id.optional(),
      teamId: id.optional(),
      memberId: id.optional(),
      reason,
    })
    .refine(
      (it) => [it.departmentId, it.queueId, it.teamId, it.memberId].filter((one) => one !== undefined).length === 1,
      { message: 'exactly one of departmentId, queueId, teamId, memberId' },
    ),
);
export const ticketsSetPriority = action(
  'tickets.set-priority',
  'Say how urgent a ticket is',
  ticket.extend({ priority: ticketPriority }),
);
export const ticketsSetSubject = action(
  'tickets.set-subject',
  'Say what a ticket is about; null takes it away',
  ticket.extend({ subject: z.string().trim().min(1).max(200).nullable() }),
);
export const ticketsSetTags = action(
  'tickets.set-tags',
  'Set all tags of a ticket',
  ticket.extend({ tagIds: z.array(id).max(50) }),
);
export const ticketsWait = action('tickets.wait', 'Wait for the customer: their next message brings it back', ticket);
export const ticketsSnooze = action(
  'tickets.snooze',
  'Put a ticket away until a time; a message of the customer brings it back sooner',
  ticket.extend({ until: time, reason: reason.optional() }),
);
export const ticketsResolve = action(
  'tickets.resolve',
  'Finish a ticket; the bot answers from then on',
  ticket.extend({ reason: reason.optional() }),
);
export const ticketsReopen = action(
  'tickets.reopen',
  'Bring a resolved ticket back: to who had it, or into its queue',
  ticket.extend({ reason: reason.optional() }),
);
export const ticketsResetBot = action(
  'tickets.reset-bot',
  'Make the bot begin anew: its session is forgotten, it has the floor, the ticket is in triage',
  ticket.extend({ reason: reason.optional() }),
  'bot:write',
);
export const ticketsHandoff = action(
  'tickets.handoff',
  'Take a ticket from the bot and put it before people, in a department if one is named',
  ticket.extend({ departmentId: id.optional(), reason: reason.optional() }),
);

/** What can be done to many at once, each with the words of the operation of its name. */
export const bulkAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('claim') }),
  z.strictObject({ do: z.literal('assign'), memberId: id }),
  z.strictObject({ do: z.literal('release') }),
  z.strictObject({
    do: z.literal('transfer'),
    departmentId: id.optional(),
    queueId: id.optional(),
    teamId: id.optional(),
    memberId: id.optional(),
    reason,
  }),
  z.strictObject({ do: z.literal('set-priority'), priority: ticketPriority }),
  z.strictObject({ do: z.literal('add-tags'), tagIds: z.array(id).min(1).max(50) }),
  z.strictObject({ do: z.literal('remove-tags'), tagIds: z.array(id).min(1).max(50) }),
  z.strictObject({ do: z.literal('wait') }),
  z.strictObject({ do: z.literal('snooze'), until: time }),
  z.strictObject({ do: z.literal('resolve'), reason: reason.optional() }),
  z.strictObject({ do: z.literal('reopen') }),
]);

export const ticketsBulk = defineOperation({
  name: 'tickets.bulk',
  kind: 'write',
  summary: 'Do one thing to up to 200 tickets at once; each is told whether it was done, and why not',
  scope: 'tickets:assign',
  input: z.strictObject({ ticketIds: z.array(id).min(1).max(200), action: bulkAction }),
  output: z.strictObject({
    results: z.array(
      z.strictObject({
        ticketId: id,
        done: z.boolean(),
        /** The error's code when it was not done: `not_found`, `wrong_status`, `already_claimed`… */
        code: z.string().nullable(),
        /** Its detail in words. */
        why: z.string().nullable(),
      }),
    ),
  }),
  errors: ['target_unavailable'],
});
