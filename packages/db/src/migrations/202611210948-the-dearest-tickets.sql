-- The page of costs shows the tickets that cost most, of however many there are.
create index bot_ticket_spend_dearest on bot_ticket_spend (workspace_id, micros desc, ticket_id) where micros > 0;
