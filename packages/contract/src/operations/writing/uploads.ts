import { z } from 'zod';
import { defineOperation } from '../../operation.ts';
import { shownMedia } from './thread-message.ts';

const kind = z.enum(['image', 'video', 'audio', 'document', 'sticker']);

export const mediaUpload = defineOperation({
  name: 'media.upload',
  kind: 'write',
  summary: 'Upload a file to send: the body is the file itself; `mediaId` of a message is the id that comes back',
  scope: 'media:write',
  input: z.strictObject({
    fileName: z.string().min(1).max(240).optional(),
    /** Absent: by its content, as WhatsApp would show it. */
    kind: kind.optional(),
    /** A voice note: what browsers record (WebM or Ogg with Opus) is made into what WhatsApp plays as one. */
    voice: z.enum(['true', 'false']).optional(),
  }),
  output: z.strictObject({ media: shownMedia }),
  errors: ['too_large', 'wrong_file'],
  outside: true,
  file: true,
  fileTypes: ['image/*', 'video/*', 'audio/*', 'text/plain', 'application/*'],
});

export const mediaLimits = defineOperation({
  name: 'media.limits',
  kind: 'read',
  summary: 'What may be uploaded to send: the largest size and the types of each kind',
  scope: 'media:write',
  input: z.strictObject({}),
  output: z.strictObject({
    kinds: z.array(z.strictObject({ kind, maxBytes: z.int(), mimes: z.array(z.string()) })),
  }),
  errors: [],
});
