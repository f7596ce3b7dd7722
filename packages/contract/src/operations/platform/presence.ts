import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { id, time } from '../fields.ts';

const presenceState = z.enum(['online', 'away', 'offline']);
export type PresenceState = z.output<typeof presenceState>;

export const presenceList = defineOperation({
  name: 'presence.list',
  kind: 'read',
  summary: 'Who is here now: those online and away, and when the others were last seen',
  scope: 'people:read',
  input: z.strictObject({}),
  output: z.strictObject({
    members: z.array(z.strictObject({ memberId: id, state: presenceState, lastSeenAt: time.nullable() })),
  }),
  errors: [],
});
