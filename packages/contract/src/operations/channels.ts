import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { id, time } from './fields.ts';

export const channel = z.strictObject({
  id,
  kind: z.enum(['whatsapp-cloud']),
  name: z.string(),
  phoneNumberId: z.string(),
  wabaId: z.string(),
  displayPhoneNumber: z.string().nullable(),
  perSecond: z.int(),
  perPair: z.boolean(),
  joinMs: z.int(),
  state: z.enum(['active', 'paused', 'stopped']),
  /** Why it does not send. */
  stateReason: z.string().nullable(),
  flowVersionId: id.nullable(),
  /** How the bot works there: not at all, by its flow alone, or understanding free text. */
  botMode: z.enum(['off', 'flow', 'assistant']),
  createdAt: time,
  updatedAt: time,
});

export const channelsList = defineOperation({
  name: 'channels.list',
  kind: 'read',
  summary: 'The channels of the workspace, without their secrets',
  scope: 'channels:read',
  input: z.strictObject({}),
  output: z.strictObject({ channels: z.array(channel) }),
  errors: [],
});

export const channelsResume = defineOperation({
  name: 'channels.resume',
  kind: 'write',
  summary: 'Let a channel that was stopped or paused send again',
  scope: 'channels:write',
  input: z.strictObject({ channelId: id, reason: z.string().trim().min(1).max(200) }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: [],
});

export const channelsStop = defineOperation({
  name: 'channels.stop',
  kind: 'write',
  summary: 'Keep a channel from sending; what customers write still comes in',
  scope: 'channels:write',
  input: z.strictObject({ channelId: id, reason: z.string().trim().min(1).max(200) }),
  output: z.strictObject({ changed: z.boolean() }),
  errors: [],
});
