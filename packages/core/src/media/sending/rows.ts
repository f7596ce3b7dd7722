import { sql } from '@balcao/db';

/** A file and the name that a number's provider has for it, while that lives. Primary keys. */
export const fileToSend = sql(
  'media/file-to-send',
  `select m.mime, m.size, m.file_name as "fileName", m.kind, m.voice, m.storage_key as "storageKey", u.provider_media_id as "providerMediaId"
   from media m
   left join media_uploads u
     on u.workspace_id = $1 and u.media_id = $2 and u.channel_id = $3 and u.expires_at > $4
   where m.workspace_id = $1 and m.id = $2 and m.state = 'stored'`,
);

export const keepUploaded = sql(
  'media/keep-uploaded',
  `insert into media_uploads (workspace_id, media_id, channel_id, provider_media_id, expires_at) values ($1, $2, $3, $4, $5)
   on conflict (workspace_id, media_id, channel_id)
     do update set provider_media_id = excluded.provider_media_id, expires_at = excluded.expires_at`,
);

export const forgetUploaded = sql(
  'media/forget-uploaded',
  'delete from media_uploads where workspace_id = $1 and media_id = $2 and channel_id = $3',
);
