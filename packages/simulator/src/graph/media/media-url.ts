import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Media } from '../../model.ts';
import type { World } from '../../world.ts';
import { mediaUrlLifeMs } from '../limits.ts';

function hashOf(world: World, id: string, expires: string): string {
  return createHmac('sha256', world.feed.boot).update(`${id} ${expires}`).digest('base64url').slice(0, 24);
}

/** The second hop: an address that lives for five minutes, and still needs the token. */
export function mediaUrl(world: World, media: Media): string {
  const expires = String(Math.floor((world.now() + mediaUrlLifeMs) / 1000));
  const query = new URLSearchParams({ mid: media.id, ext: expires, hash: hashOf(world, media.id, expires) });
  return `${world.baseUrl}/whatsapp_business/attachments/?${query.toString()}`;
}

/** The file that such an address gives now; undefined when it is not ours, or too old. */
export function openMediaUrl(world: World, query: { mid?: string; ext?: string; hash?: string }): Media | undefined {
  const { mid = '', ext = '', hash = '' } = query;
  const expected = Buffer.from(hashOf(world, mid, ext));
  const given = Buffer.from(hash);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  return world.now() > Number(ext) * 1000 ? undefined : world.media.get(mid);
}
