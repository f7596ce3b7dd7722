import { createHash } from 'node:crypto';
import type { Media } from '../../model.ts';
import { newObjectId } from '../../new-ids.ts';
import type { World } from '../../world.ts';

/** Remembers a file; the oldest ones go when there is no more room. */
export function keepMedia(
  world: World,
  input: { phoneNumberId: string; bytes: Buffer; mimeType: string; filename?: string },
): Media {
  const media: Media = {
    id: newObjectId(world),
    ...input,
    sha256: createHash('sha256').update(input.bytes).digest(),
    at: world.now(),
  };
  world.mediaBytes += media.bytes.length;
  world.media.set(media.id, media);
  while (world.mediaBytes > world.keep.mediaBytes && world.media.size > 1) world.media.forgetOldest();
  return media;
}
