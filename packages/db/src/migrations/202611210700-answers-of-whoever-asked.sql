-- breaking
-- People repeat their requests too: an answer is kept for who asked, a key or a member.
alter table idempotent_answers rename column api_key_id to asker_id;
