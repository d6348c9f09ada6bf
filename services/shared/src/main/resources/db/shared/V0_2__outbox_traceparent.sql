-- The trace that an event belongs to, for its record's header: the event itself is only bytes here.
alter table outbox add column traceparent text;
