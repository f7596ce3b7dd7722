import { sql } from '@balcao/db';

const columns = `s.id, s.kind, s.name, s.url, s.media_id as "mediaId", s.state, s.reading, s.progress, s.problem, s.size, s.chunks,
  s.content_hash as "contentHash", s.etag, s.modified, s.actor_kind as "actorKind", s.actor_id as "actorId",
  s.created_at as "createdAt", s.read_at as "readAt", s.changed_at as "changedAt",
  (select a.id from knowledge_articles a where a.workspace_id = s.workspace_id and a.source_id = s.id) as "articleId"`;
/** One that waits to be read is not ordered twice. */
const next = `s.reading + case when s.state = 'waiting' then 0 else 1 end`;
const standing = 's.workspace_id = $1 and s.removed_at is null';

// Index: knowledge_sources_pkey. The article by knowledge_articles_of_source.
export const getSource = sql(
  'knowledge/get-source',
  `select ${columns} from knowledge_sources s where ${standing} and s.id = $2`,
);
export const getSources = sql(
  'knowledge/get-sources',
  `select ${columns} from knowledge_sources s where ${standing} and s.id = any ($2::uuid[]) order by s.id`,
);
export const listSources = sql(
  'knowledge/list-sources',
  `select ${columns} from knowledge_sources s
    where ${standing} and ($2::text is null or s.kind = $2) and ($3::uuid is null or s.id < $3) order by s.id desc limit $4`,
);
export const countSources = sql(
  'knowledge/count-sources',
  `select count(*)::int as n from knowledge_sources s where ${standing}`,
);

export const insertDocument = sql(
  'knowledge/insert-document',
  `insert into knowledge_sources (workspace_id, id, kind, name, media_id, size, actor_kind, actor_id, created_at)
   values ($1, $2, 'document', $3, $4, $5, $6, $7, $8)`,
);
/** A page that is known is read again. Index: knowledge_sources_url. */
export const putPage = sql(
  'knowledge/put-page',
  `insert into knowledge_sources as s (workspace_id, id, kind, name, url, actor_kind, actor_id, created_at)
   values ($1, $2, 'page', $3, $3, $4, $5, $6)
   on conflict (workspace_id, url) where url is not null and removed_at is null
   do update set state = 'waiting', reading = ${next}, progress = 0, problem = null
   returning id, reading`,
);
export const orderAgain = sql(
  'knowledge/order-again',
  `update knowledge_sources s set state = 'waiting', reading = ${next}, progress = 0, problem = null
    where ${standing} and s.id = $2 returning id, reading`,
);
export const removeOne = sql(
  'knowledge/remove-source',
  `update knowledge_sources s set removed_at = $3, reading = s.reading + 1, state = 'failed' where ${standing} and s.id = $2`,
);

export const beginReading = sql(
  'knowledge/begin-reading',
  `update knowledge_sources s set state = 'reading', progress = 5
    where ${standing} and s.id = $2 and s.reading = $3 and s.state in ('waiting', 'reading') returning ${columns}`,
);
export const setProgress = sql(
  'knowledge/set-progress',
  `update knowledge_sources s set progress = $4 where ${standing} and s.id = $2 and s.reading = $3 and s.state = 'reading'`,
);
/** Undefined name, size: as they were. */
export const endReading = sql(
  'knowledge/end-reading',
  `update knowledge_sources s set state = 'ready', progress = 100, problem = null, name = coalesce($4, s.name), size = coalesce($5, s.size),
          chunks = coalesce($6, s.chunks), content_hash = coalesce($7, s.content_hash), etag = $8, modified = $9, read_at = $10,
          changed_at = case when $7::text is not null and $7 is distinct from s.content_hash then $10 else s.changed_at end
    where ${standing} and s.id = $2 and s.reading = $3 and s.state = 'reading'`,
);
export const lockReading = sql(
  'knowledge/lock-reading',
  `select ${columns} from knowledge_sources s where ${standing} and s.id = $2 and s.reading = $3 and s.state = 'reading' for update`,
);
export const failReading = sql(
  'knowledge/fail-reading',
  `update knowledge_sources s set state = 'failed', problem = $4, progress = 0
    where ${standing} and s.id = $2 and s.reading = $3 and s.state in ('waiting', 'reading')`,
);
