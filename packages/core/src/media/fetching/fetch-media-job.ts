import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** Quick at first, then every few hours for as long as the provider keeps a file: about seven days. */
export const fetchMediaJob = defineJob({
  name: 'media.fetch',
  schema: z.object({ mediaId: z.uuid() }),
  maxAttempts: 70,
  timeoutMs: 5 * 60 * SECOND,
  backoff: { baseMs: 4 * SECOND, maxMs: 6 * HOUR, floorMs: SECOND },
});
