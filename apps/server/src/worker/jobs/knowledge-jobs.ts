import { embedChunks, embedChunksJob, readSource, readSourceJob } from '@balcao/core/knowledge';
import type { Storage } from '@balcao/core/media';
import type { AnyJob, Job, JobHandler } from '@balcao/jobs';
import { modelsOf } from '../../runtime/models-of.ts';

interface Assigned {
  readonly job: AnyJob;
  readonly handler: JobHandler<never>;
}

const assign = <P>(job: Job<P>, handler: JobHandler<P>): Assigned => ({ job, handler });

/** What the bot is taught, read and prepared in the background. */
export function knowledgeJobs({ storage }: { readonly storage: Storage }): Assigned[] {
  return [
    assign(readSourceJob, (ctx, order, attempt) => readSource(ctx, storage, order, attempt)),
    assign(embedChunksJob, (ctx, { workspaceId }, { signal }) => embedChunks(ctx, modelsOf(ctx), workspaceId, signal)),
  ];
}
