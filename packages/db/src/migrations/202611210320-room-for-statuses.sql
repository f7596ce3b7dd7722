-- An outgoing message is written five times (queued, accepted, sent, delivered, read). Room left on its page keeps all five
-- there, with no new index entries. Each month's partition is made with the settings of the default one.
alter table messages_default set (fillfactor = 60);
