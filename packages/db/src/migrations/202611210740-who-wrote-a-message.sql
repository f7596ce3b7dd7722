-- Who wrote a message, what its composer called it, and which failed one it repeats.
alter table messages add column author_id uuid, add column client_id text, add column retry_of uuid;

-- The composer's own name of a message: the same one twice is one message. Also for a failed message that is sent anew.
create table message_client_ids (
  workspace_id uuid not null,
  conversation_id uuid not null,
  client_id text not null,
  message_id uuid not null,
  primary key (workspace_id, conversation_id, client_id)
);

-- A page of a conversation goes by the id, which is the time: a history that was brought in later stands where it belongs.
drop index messages_of_conversation;
create index messages_of_conversation on messages (workspace_id, conversation_id, id desc);

-- What was said before two conversations became one is read with it.
create index conversations_merged on conversations (workspace_id, merged_into) where merged_into is not null;

-- The edits and revocations of a page of messages.
create index amendments_of_message on amendments (workspace_id, channel_id, target_provider_id);

-- A person took the floor while a reply of the bot was on its way out: should it come back to the queue, it goes no further.
alter table outbox add column withdrawn boolean not null default false;
