-- Recorded to be heard as a voice note; and what an upload could not be, in the room's own words.
alter table media add column voice boolean not null default false;

-- The provider keeps a file of ours for some weeks under a name of its own: uploaded once for each number.
create table media_uploads (
  workspace_id uuid not null,
  media_id uuid not null,
  channel_id uuid not null,
  provider_media_id text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, media_id, channel_id)
);
