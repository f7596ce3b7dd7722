import { z } from 'zod';

/** Lower case, as we make and keep them. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not an id');
export const time = z.iso.datetime();
export const record = z.record(z.string(), z.unknown());

/** How many on a page; the default is what every list shows. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);
