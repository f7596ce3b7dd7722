-- New words wait in a short list and go into the index many at a time: a third of the cost for each message. The newest rows are
-- walked anyway, so a search reads that list only for what is rare, and it stays short.
drop index message_search_words;
create index message_search_words on message_search using gin (workspace_id, words) with (fastupdate = on, gin_pending_list_limit = 512);
