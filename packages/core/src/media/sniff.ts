import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

const HEAD_BYTES = 4_096;
export const UNKNOWN_MIME = 'application/octet-stream';

/** The library's word for the same thing under another name. */
const sameAs: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/opus': 'audio/ogg',
  'application/xml': 'text/xml',
};

/** What the bytes of a file say it is. The sender's word and the file's name play no part. */
export async function sniff(path: string): Promise<string> {
  const head = await readHead(path);
  // The library goes by the first bytes and calls a page that begins like XML just XML.
  const markup = markupOf(head);
  if (markup !== undefined) return markup;
  const found = await fileTypeFromFile(path).catch(() => undefined); // a file made to break a parser is a file of no known type
  if (found !== undefined) {
    const mime = found.mime.split(';')[0] ?? found.mime;
    return sameAs[mime] ?? mime;
  }
  return isText(head) ? 'text/plain' : UNKNOWN_MIME;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Markup that a browser might run, when it comes before anything else a browser would take the file for. */
function markupOf(head: Buffer): string | undefined {
  const wide = head[0] === 0xff && head[1] === 0xfe ? 'utf16le' : 'utf8';
  const text = head
    .toString(wide)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (!text.startsWith('<')) return undefined;
  if (/<svg[\s>]/i.test(text)) return 'image/svg+xml';
  if (
    /<(!doctype html|html|head|body|script|iframe|title|style|meta|link|img|div|p|a|table|h1|br|b|font|object|embed|form)[\s>/]/i.test(
      text,
    )
  )
    return 'text/html';
  return /^<\?xml|^<!/i.test(text) ? 'text/xml' : undefined;
}

function isText(head: Buffer): boolean {
  if (head.length === 0) return false;
  // The last character may be cut in the middle.
  const text = head.toString('utf8').replace(/\uFFFD$/, '');
  // Tabs, line and page breaks, and escapes are what text files have of control characters.
  const binary = text.replace(/[\t\n\v\f\r]/g, '').replaceAll('\x1B', '');
  return !text.includes('\uFFFD') && !/\p{Cc}/u.test(binary);
}
