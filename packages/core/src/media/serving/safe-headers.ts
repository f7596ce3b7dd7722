import type { Media } from '../media.ts';
import { UNKNOWN_MIME } from '../sniff.ts';

/** What a browser may show in place: it cannot run anything from these. */
const inline = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'audio/mpeg',
  'audio/ogg',
  'audio/mp4',
  'audio/aac',
  'audio/amr',
  'audio/wav',
  'audio/webm',
  'video/mp4',
  'video/3gpp',
  'video/webm',
  'video/quicktime',
  'application/pdf',
]);

/** Harmless to name, and of use to whoever saves them. */
const named = new Set([
  'text/plain',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]);

/** For a stranger's file on our own address: named by its bytes, never guessed at by the browser, never able to run. */
export function safeHeaders(
  media: Pick<Media, 'mime' | 'fileName' | 'sha256' | 'kind'>,
  download: boolean,
): Record<string, string> {
  const mime = media.mime ?? UNKNOWN_MIME;
  const shown = inline.has(mime) && !download;
  const known = inline.has(mime) || named.has(mime);
  return {
    'content-type': known ? (mime === 'text/plain' ? 'text/plain; charset=utf-8' : mime) : UNKNOWN_MIME,
    'content-disposition': disposition(shown ? 'inline' : 'attachment', media.fileName ?? media.kind),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=300',
    'accept-ranges': 'bytes',
    etag: `"${media.sha256}"`,
  };
}

/** RFC 6266: a plain name for old programs, the real one as RFC 5987 says. */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
