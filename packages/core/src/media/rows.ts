import { sql } from '@balcao/db';

const columns = `id, direction, channel_id as "channelId", provider_media_id as "providerMediaId", conversation_id as "conversationId",
  message_id as "messageId", kind, declared_mime as "declaredMime", mime, size, declared_sha256 as "declaredSha256", sha256,
  hash_matches as "hashMatches", file_name as "fileName", voice, state, storage_key as "storageKey", attempts, reason,
  created_at as "createdAt", fetched_at as "fetchedAt"`;

export const insertInbound = sql(
  'media/register-inbound',
  `insert into media (workspace_id, id, direction, channel_id, provider_media_id, conversation_id, message_id, kind, declared_mime,
       declared_sha256, file_name, state, created_at)
   select $1, x.id, 'in', x."channelId", x."providerMediaId", x."conversationId", x."messageId", x.kind, x."declaredMime",
       x."declaredSha256", x."fileName", 'pending', $3
     from json_to_recordset($2::json) as x(id uuid, "channelId" uuid, "providerMediaId" text, "conversationId" uuid, "messageId" uuid,
       kind text, "declaredMime" text, "declaredSha256" text, "fileName" text)`,
);

export const insertUpload = sql(
  'media/store-upload',
  `insert into media (workspace_id, id, direction, kind, declared_mime, mime, size, sha256, file_name, state, storage_key, created_at, fetched_at, voice)
   values ($1, $2, 'out', $3, $4, $5, $6, $7, $8, 'stored', $9, $10, $10, $11)
   returning ${columns}`,
);

export const selectMedia = sql(
  'media/find',
  `select ${columns} from media where workspace_id = $1 and id = any($2::uuid[])`,
);

export const markStored = sql(
  'media/stored',
  `update media set state = 'stored', mime = $3, size = $4, sha256 = $5, storage_key = $6, hash_matches = $7, fetched_at = $8,
       attempts = $9, reason = null, detail = null
    where workspace_id = $1 and id = $2 and state in ('pending', 'failed')
   returning ${columns}`,
);

export const markLost = sql(
  'media/lost',
  `update media set state = $3, reason = $4, detail = $5, attempts = $6
    where workspace_id = $1 and id = $2 and state in ('pending', 'failed')
   returning ${columns}`,
);

/** Still to be fetched, and why it was not yet. */
export const markTried = sql(
  'media/tried',
  `update media set reason = $3, detail = $4, attempts = $5 where workspace_id = $1 and id = $2 and state = 'pending'`,
);
