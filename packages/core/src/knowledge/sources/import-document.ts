import { Readable } from 'node:stream';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { type Storage, storeUpload } from '../../media/index.ts';
import { KNOWLEDGE_LIMITS } from '../limits.ts';
import { checkRoom, getSource } from './keep-sources.ts';
import { orderReading } from './order-reading.ts';
import type { Source } from './source.ts';
import { insertDocument } from './source-rows.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const READ = [
  'application/pdf',
  DOCX,
  'text/html',
  'text/plain',
  'text/markdown',
  'text/xml',
  'application/zip',
  'application/x-cfb',
];

/** Keeps the file as any other and has it read in the background. Throws Fault('too_large' | 'wrong_file' | 'over_limit' | 'unavailable'). */
export async function importDocument(
  ctx: WorkspaceCtx,
  storage: Storage,
  file: { readonly fileName: string; readonly body: Readable; readonly mime?: string | undefined },
): Promise<Source> {
  await withWorkspace(ctx, (tx) => checkRoom(tx, ctx, 1));
  const body = Readable.from(atMost(KNOWLEDGE_LIMITS.documentBytes, file.body), { objectMode: false });
  const media = await storeUpload(ctx, storage, {
    body,
    fileName: file.fileName,
    declaredMime: file.mime,
    kind: 'document',
  });
  if (!READ.includes(media.mime ?? ''))
    throw new Fault('wrong_file', 'documents are PDF, DOCX, HTML, Markdown or text', { mime: media.mime });
  return await withWorkspace(ctx, async (tx) => {
    await checkRoom(tx, ctx, 1);
    const id = ctx.ids.uuid();
    const { kind, id: actorId = null } = ctx.actor;
    const name = media.fileName ?? file.fileName;
    await tx.run(insertDocument, [ctx.workspaceId, id, name, media.id, media.size, kind, actorId, ctx.clock.now()]);
    await orderReading(tx, ctx, [{ id, reading: 1, url: null }]);
    await record(tx, ctx, [{ type: 'knowledge.document_added', data: { sourceId: id } }]);
    return await getSource(tx, ctx, id);
  });
}

async function* atMost(bytes: number, body: Readable): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body) {
    const part = Buffer.from(chunk as Buffer | string); // a body is bytes or text
    size += part.length;
    if (size > bytes) throw new Fault('too_large', `a document has at most ${bytes} bytes`, { maxBytes: bytes });
    yield part;
  }
}
