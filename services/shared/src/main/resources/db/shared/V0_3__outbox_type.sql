-- The type of an event, by which a service finds some of its own that Kafka hasn't taken. The event
-- itself is only bytes here.
alter table outbox add column type text;
