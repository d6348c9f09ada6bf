-- Blocks that Kafka hasn't taken are looked for four times a second, among millions of other events
-- that may wait with them.
create index outbox_by_type on outbox (type, seq);
