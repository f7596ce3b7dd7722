import { sql, type WorkspaceCtx, workspaceStatement } from '@balcao/db';

const PART_BYTES = 512 * 1024;

const keep = sql(
  'contacts/keep-part',
  `insert into file_parts (workspace_id, file_id, part, bytes) values ($1, $2, $3, $4)
   on conflict (workspace_id, file_id, part) do update set bytes = excluded.bytes`,
);
const forget = sql('contacts/forget-parts', 'delete from file_parts where file_id = any ($1::uuid[])');

export interface PartWriter {
  /** Kept so far, and what waits for its part to be full. */
  readonly size: number;
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** A file in the database, a part at a time and each committed by itself: one part of it is in memory, and no transaction waits for a slow sender. */
export function createPartWriter(ctx: WorkspaceCtx, fileId: string): PartWriter {
  let waiting: Uint8Array[] = [];
  let held = 0;
  let part = 0;
  let size = 0;
  const flush = async () => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    held = 0;
    if (bytes.length > 0) await workspaceStatement(ctx, keep, [ctx.workspaceId, fileId, part++, bytes]);
  };
  return {
    get size() {
      return size;
    },
    async write(bytes) {
      waiting.push(bytes);
      held += bytes.length;
      size += bytes.length;
      if (held >= PART_BYTES) await flush();
    },
    end: flush,
  };
}

export const forgetParts = async (ctx: WorkspaceCtx, fileIds: readonly string[]): Promise<void> =>
  void (await workspaceStatement(ctx, forget, [fileIds]));
