-- Events that wait for Kafka. seq is drawn after the entity's row was locked, so its order within a
-- shard is the order of the entities' versions.
create table outbox (
    seq        bigint generated always as identity primary key,
    shard      smallint    not null,
    topic      text        not null,
    record_key text        not null,
    payload    bytea       not null,
    created_at timestamptz not null
);

create index outbox_by_shard on outbox (shard, seq);

-- Events whose effect stands in this database.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index inbox_by_time on inbox (received_at);

-- First answers of requests that carried a key.
create table idempotency (
    user_id     uuid        not null,
    route       text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    status      smallint    not null,
    headers     text        not null,
    body        bytea       not null,
    created_at  timestamptz not null default now(),
    primary key (user_id, route, key)
);

create index idempotency_by_time on idempotency (created_at);
