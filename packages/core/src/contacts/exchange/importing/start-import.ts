import type { Readable } from 'node:stream';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../../ledger/index.ts';
import { createPartWriter, forgetParts } from '../parts/part-writer.ts';
import { createFormatSpy, readLines } from '../reading/read-lines.ts';
import { type ContactImport, insertImport } from './import-rows.ts';

export const MOST_BYTES = 50 * 1024 * 1024;
export const MOST_LINES = 1_000_000;

/** Takes the file in and looks it through once: what cannot be read is said to whoever sends it, not later. */
export async function startImport(
  ctx: WorkspaceCtx,
  { fileName, body }: { readonly fileName: string; readonly body: Readable },
): Promise<ContactImport> {
  const id = ctx.ids.uuid();
  try {
    const writer = createPartWriter(ctx, id);
    const spy = createFormatSpy();
    for await (const chunk of body) {
      const bytes = Buffer.from(chunk as Buffer | string); // a body is bytes or text
      if (writer.size + bytes.length > MOST_BYTES)
        throw new Fault('too_large', `the file is larger than ${MOST_BYTES} bytes`, { maxBytes: MOST_BYTES });
      spy.see(bytes);
      await writer.write(bytes);
    }
    await writer.end();
    if (writer.size === 0) throw new Fault('unreadable_file', 'the file is empty');
    const format = spy.decide();
    const { headers, total } = await lookThrough(ctx, id, format);
    return await withWorkspace(ctx, async (tx) => {
      const { kind, id: actorId = null } = ctx.actor;
      const seen = JSON.stringify({ ...format, headers });
      const params = [ctx.workspaceId, id, fileName, writer.size, seen, total, kind, actorId, ctx.clock.now()];
      const made = await tx.one<ContactImport>(insertImport, params);
      if (made === undefined) throw new Fault('internal', 'an import that was just written is not there');
      await record(tx, ctx, [{ type: 'import.received', data: { importId: id, total } }]);
      return made;
    });
  } catch (error) {
    await forgetParts(ctx, [id]).catch(() => undefined); // why we are here is worth more; the house is swept anyway
    throw error;
  }
}

async function lookThrough(ctx: WorkspaceCtx, id: string, format: Parameters<typeof readLines>[2]) {
  let headers: readonly string[] | undefined;
  let total = 0;
  for await (const { cells, broken } of readLines(ctx, id, format)) {
    const said = cells.some((cell) => cell.trim() !== '');
    if (headers === undefined) {
      if (broken || !said) throw new Fault('unreadable_file', 'the first line must name the columns');
      headers = cells.map((cell) => cell.trim().slice(0, 100));
    } else if (said || broken) total++;
    if (total > MOST_LINES)
      throw new Fault('over_limit', `a file has at most ${MOST_LINES} lines`, { maxLines: MOST_LINES });
  }
  if (headers === undefined) throw new Fault('unreadable_file', 'the file has no lines');
  return { headers, total };
}
