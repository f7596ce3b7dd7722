import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { id, time } from './fields.ts';

export const mediaLink = defineOperation({
  name: 'media.link',
  kind: 'read',
  summary: 'A short-lived link to the image, audio, video or document of a message',
  scope: 'media:read',
  input: z.strictObject({ mediaId: id }),
  output: z.strictObject({ url: z.string(), expiresAt: time }),
  errors: ['not_found'],
});
