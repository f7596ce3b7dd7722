import type { Actor } from '@balcao/kernel';

export interface PromptVersion {
  readonly id: string;
  readonly version: number;
  readonly state: 'draft' | 'published';
  /** The one that is in force. */
  readonly current: boolean;
  readonly basedOn: string | null;
  readonly note: string;
  readonly authorKind: Actor['kind'];
  readonly authorId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
}

/** Of a row `p` of prompt_versions beside `b` of bot_settings. */
export const promptColumns = `p.id, p.version, p.state, coalesce(b.prompt_version_id = p.id, false) as current, p.based_on as "basedOn", p.note,
  p.author_kind as "authorKind", p.author_id as "authorId", p.created_at as "createdAt", p.updated_at as "updatedAt",
  p.published_at as "publishedAt"`;

export const promptTable = `prompt_versions p left join bot_settings b on b.workspace_id = p.workspace_id`;
