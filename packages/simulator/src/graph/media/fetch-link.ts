import type { ChatMessage, MessageProblem } from '../../model.ts';
import type { World } from '../../world.ts';
import { problemOfStatus } from '../graph-problem.ts';
import { isMediaKind, mediaLimits } from '../limits.ts';
import { isObject, textOf } from '../read-json.ts';
import { keepMedia } from './keep-media.ts';

async function download(link: string, most: number): Promise<{ bytes: Buffer; mimeType: string }> {
  const answer = await fetch(link, { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body) {
    size += part.length;
    if (size > most) throw new Error(`more than ${most} bytes`);
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts), mimeType: answer.headers.get('content-type') ?? 'application/octet-stream' };
}

/** Media sent by link is fetched by Meta, not by the telephone; what cannot be had fails the message. */
export async function fetchLink(world: World, message: ChatMessage): Promise<MessageProblem | undefined> {
  const { type } = message;
  const given = message.content[type];
  if (!world.fetchLinks || !isMediaKind(type) || !isObject(given) || textOf(given.link) === '') return undefined;
  try {
    const { bytes, mimeType } = await download(textOf(given.link), mediaLimits[type]?.bytes ?? 0);
    const media = keepMedia(world, { phoneNumberId: message.phoneNumberId, bytes, mimeType });
    message.content = { [type]: { ...given, id: media.id, mime_type: mimeType } };
    return undefined;
  } catch (cause) {
    return problemOfStatus(
      131053,
      `Downloading media from weblink failed: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}
