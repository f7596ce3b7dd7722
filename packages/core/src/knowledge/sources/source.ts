import type { Actor } from '@balcao/kernel';
import type { ReadingProblem } from '../reading/problems.ts';

/** A document or page that an article is read from. */
export interface Source {
  readonly id: string;
  readonly kind: 'document' | 'page';
  readonly name: string;
  readonly url: string | null;
  readonly mediaId: string | null;
  readonly state: 'waiting' | 'reading' | 'ready' | 'failed';
  /** Which order to read it is: those of older ones change nothing any more. */
  readonly reading: number;
  readonly progress: number;
  readonly problem: ReadingProblem | null;
  readonly size: number | null;
  readonly chunks: number;
  readonly contentHash: string | null;
  readonly etag: string | null;
  readonly modified: string | null;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly articleId: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly changedAt: Date | null;
}
