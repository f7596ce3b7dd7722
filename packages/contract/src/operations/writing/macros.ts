import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';
import { ticketPriority } from '../tickets/index.ts';

/** What a macro does, one after the other. */
export const macroAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('send_canned'), cannedId: id }),
  z.strictObject({ do: z.literal('send_text'), text: z.string().trim().min(1).max(4096) }),
  z.strictObject({
    do: z.literal('set_tags'),
    add: z.array(id).max(50).default([]),
    remove: z.array(id).max(50).default([]),
  }),
  z.strictObject({ do: z.literal('set_priority'), priority: ticketPriority }),
  z.strictObject({ do: z.literal('set_department'), departmentId: id }),
  z.strictObject({ do: z.literal('assign_to_me') }),
  z.strictObject({ do: z.literal('note'), text: z.string().trim().min(1).max(4000) }),
  z.strictObject({ do: z.literal('snooze'), minutes: z.int().min(1).max(525_600) }),
  z.strictObject({ do: z.literal('resolve'), reason: z.string().trim().min(1).max(200).optional() }),
]);

export const macro = z.strictObject({
  id,
  name: z.string(),
  actions: z.array(macroAction),
  /** Empty: everyone. */
  departmentIds: z.array(id),
  ownerId: id.nullable(),
  updatedAt: time,
});

export const macrosList = defineOperation({
  name: 'macros.list',
  kind: 'read',
  summary: 'The macros that the caller may run',
  scope: 'messages:read',
  input: z.strictObject({ all: z.enum(['true', 'false']).optional() }),
  output: z.strictObject({ macros: z.array(macro) }),
  errors: [],
});

export const macrosSave = defineOperation({
  name: 'macros.save',
  kind: 'write',
  summary: 'Make or change a macro; shared ones need desk:write',
  scope: 'messages:write',
  input: z.strictObject({
    id: id.optional(),
    name: z.string().trim().min(1).max(100),
    actions: z.array(macroAction).min(1).max(20),
    departmentIds: z.array(id).max(100).default([]),
    personal: z.boolean().default(false),
  }),
  output: z.strictObject({ macro }),
  errors: ['not_found', 'conflict'],
});

export const macrosDelete = defineOperation({
  name: 'macros.delete',
  kind: 'write',
  summary: 'Take a macro away; shared ones need desk:write',
  scope: 'messages:write',
  input: z.strictObject({ id }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: ['conflict'],
});

export const macrosRun = defineOperation({
  name: 'macros.run',
  kind: 'write',
  summary: 'Run a macro on a ticket: all of it, or nothing and which step would not go',
  scope: 'messages:write',
  input: z.strictObject({ macroId: id, ticketId: id }),
  output: z.strictObject({
    done: z.boolean(),
    steps: z.array(
      z.strictObject({
        do: z.string(),
        /** `undone`: it would have gone, but a later step did not, and nothing was kept. */
        state: z.enum(['done', 'unchanged', 'failed', 'undone', 'not_reached']),
        /** The sentence in the caller's language. */
        problem: z.strictObject({ code: z.string(), text: z.string() }).nullable(),
      }),
    ),
    messageIds: z.array(id),
  }),
  errors: ['not_found', 'conflict'],
  outside: true,
});

export type MacroAction = z.output<typeof macroAction>;
