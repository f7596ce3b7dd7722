import { runExport, runImport } from '@balcao/core/contacts';
import type { JobHandler } from '@balcao/jobs';
import { Fault } from '@balcao/kernel';

/** Stopped by the program or the clock: said as a failed attempt, so that the job is taken up again. */
const again = () => new Fault('unavailable', 'stopped before its end; it goes on');

export const importContacts: JobHandler<{ workspaceId: string; importId: string }> = async (ctx, payload, info) => {
  if (!(await runImport(ctx, payload.workspaceId, payload.importId, info.signal))) throw again();
};

export const exportContacts: JobHandler<{ workspaceId: string; exportId: string }> = async (ctx, payload, info) => {
  if (!(await runExport(ctx, payload.workspaceId, payload.exportId, info.signal))) throw again();
};
