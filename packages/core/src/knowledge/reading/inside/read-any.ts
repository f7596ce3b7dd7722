import { KNOWLEDGE_LIMITS } from '../../limits.ts';
import { Unreadable } from '../problems.ts';
import { type Read, readHtml, tidy } from './read-html.ts';

export interface ToRead {
  readonly bytes: Uint8Array;
  /** What it was said to be; its first bytes say it again. */
  readonly mime: string | null;
  readonly fileName: string | null;
  /** As the server of a page said. */
  readonly charset?: string | undefined;
  /** A page of a website: what stands around its text is left out. */
  readonly page: boolean;
}

/** The text of a document of any kind that is known. Runs in a thread of its own: it may be asked to read anything. */
export async function readAny(file: ToRead): Promise<Read> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const read = await byKind(file, bytes);
  const letters = read.text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) throw new Unreadable(file.page ? 'page_empty' : 'no_text');
  if (read.text.length > KNOWLEDGE_LIMITS.documentText) throw new Unreadable('too_long');
  return { text: read.text.toWellFormed(), title: read.title?.toWellFormed().slice(0, KNOWLEDGE_LIMITS.title) };
}

async function byKind(file: ToRead, bytes: Buffer): Promise<Read> {
  const head = bytes.subarray(0, 1_024);
  // Each reader is fetched when it is needed: the one for PDF alone is megabytes.
  if (head.includes('%PDF-')) return await (await import('./read-pdf.ts')).readPdf(bytes);
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') return await (await import('./read-docx.ts')).readDocx(bytes);
  if (head.toString('hex', 0, 4) === 'd0cf11e0') throw new Unreadable(isLocked(bytes) ? 'locked' : 'old_word');
  const text = decode(bytes, file.charset);
  if (text === undefined) throw new Unreadable('wrong_kind');
  const ending = file.fileName?.toLowerCase().split('.').at(-1) ?? '';
  const html =
    file.page ||
    file.mime === 'text/html' ||
    ending === 'html' ||
    ending === 'htm' ||
    /^\s*(?:<!doctype html|<html)/i.test(text);
  if (html && file.mime !== 'text/plain') return readHtml(text, { whole: !file.page });
  if (html && !file.page) return readHtml(text, { whole: true });
  const plain = tidy(text.replace(/\r\n?/g, '\n'));
  return { title: /^#\s+(\S.*)$/m.exec(plain)?.[1], text: plain };
}

/** A DOCX with a password is packed into the container of old Word. */
const isLocked = (bytes: Buffer): boolean => bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));

/** Undefined: it is no text. */
function decode(bytes: Buffer, charset: string | undefined): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  const said = charset ?? /<meta[^>]{0,200}charset=["']?([\w-]{2,30})/i.exec(bytes.toString('latin1', 0, 4_096))?.[1];
  try {
    return new TextDecoder(said ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Neither is Latin text of an old editor refused, nor a name of a charset that nobody knows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
