-- Uploaded files. A row is written before its objects are stored, so that every object has a row to find it by:
-- pending until they are stored, stored until a post has it, attached from then on. store says where the objects are,
-- because another store may be configured later.
create table media (
    id           uuid        not null primary key,
    owner_id     uuid        not null,
    state        text        not null check (state in ('pending', 'stored', 'attached')),
    store        text        not null,
    type         text        not null,
    bytes        bigint      not null,
    width        integer,
    height       integer,
    small_type   text,
    small_bytes  bigint,
    large_type   text,
    large_bytes  bigint,
    alt          text,
    created_at   timestamptz not null,
    post_id      uuid,
    position     smallint,
    check ((state = 'attached') = (post_id is not null and position is not null))
);

create index media_by_post on media (post_id, position) where post_id is not null;

create index media_by_owner on media (owner_id);

create index media_unattached on media (created_at) where post_id is null;
