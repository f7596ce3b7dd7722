-- How the bot did in a period.
create index bot_handoffs_by_time on bot_handoffs (workspace_id, at);
create index bot_ratings_by_time on bot_ratings (workspace_id, at);
