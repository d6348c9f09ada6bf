-- Direct messages to absent users whose event is not in the outbox yet: written before the message is stored in MongoDB,
-- removed in the transaction that appends the event.
create table message_intent (
    -- The message's key, unique in MongoDB: conversation, sender and the client's own id.
    message_key text primary key,
    created_at timestamptz not null
);

create index message_intent_by_age on message_intent (created_at);
