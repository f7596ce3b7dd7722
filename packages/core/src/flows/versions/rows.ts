import { sql } from '@balcao/db';

export const flowVersion = sql(
  'flows/flow-version',
  `select parsed from flow_versions where workspace_id = $1 and id = $2`,
);

/** One row for each channel. Index: channels_pkey, flow_versions_pkey. */
export const flowsOfChannels = sql(
  'flows/flows-of-channels',
  `select c.id as "channelId", c.name as "channelName", c.bot_mode as "botMode", c.join_ms as "joinMs",
     f.id as "versionId", f.version, f.created_at as "createdAt", f.note, f.author_kind as "authorKind", f.author_id as "authorId", m.name as "authorName",
     (select count(*)::int from jsonb_object_keys(f.parsed -> 'steps')) as steps
   from channels c left join flow_versions f on f.workspace_id = c.workspace_id and f.id = c.flow_version_id
   left join members m on m.workspace_id = $1 and f.author_kind = 'person'
     and m.id = case when f.author_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then f.author_id::uuid end
   where c.workspace_id = $1 and ($2::uuid is null or c.id = $2)
   order by c.created_at, c.id`,
);

/** Newest first, all but their texts. Index: flow_versions_version_key. */
export const versionsOfChannel = sql(
  'flows/versions-of-channel',
  `select f.id, f.version, f.created_at as "createdAt", f.note, f.author_kind as "authorKind", f.author_id as "authorId", m.name as "authorName",
     (select count(*)::int from jsonb_object_keys(f.parsed -> 'steps')) as steps, f.id = c.flow_version_id as "inForce"
   from flow_versions f join channels c on c.workspace_id = f.workspace_id and c.id = f.channel_id
   left join members m on m.workspace_id = $1 and f.author_kind = 'person'
     and m.id = case when f.author_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then f.author_id::uuid end
   where f.workspace_id = $1 and f.channel_id = $2 and c.workspace_id = $1 and c.id = $2 and ($3::int is null or f.version < $3)
   order by f.version desc limit $4`,
);

/** One version by its number, or the one in force. */
export const sourceOfVersion = sql(
  'flows/source-of-version',
  `select f.id, f.version, f.source, f.created_at as "createdAt", f.note, f.author_kind as "authorKind", f.author_id as "authorId", m.name as "authorName",
     f.id = c.flow_version_id as "inForce"
   from channels c join flow_versions f on f.workspace_id = c.workspace_id and f.channel_id = c.id
   left join members m on m.workspace_id = $1 and f.author_kind = 'person'
     and m.id = case when f.author_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then f.author_id::uuid end
   where c.workspace_id = $1 and c.id = $2 and (case when $3::int is null then f.id = c.flow_version_id else f.version = $3 end)`,
);
