-- Who follows and who blocks whom: a copy, owned by users. What was taken away stays as an inactive
-- row, since its version is what tells a late event from a new one. No index holds what a toggle
-- changes, so that a toggle rewrites none.
create table edge (
    kind       text        not null check (kind in ('block', 'follow')),
    from_id    uuid        not null,
    to_id      uuid        not null,
    active     boolean     not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    primary key (kind, from_id, to_id)
);

-- For taking all edges to a person away. It holds the whole key, so that a look-up of one edge is one
-- row by either index: by to_id alone it could be a million, and the planner might take it.
create index edge_by_target on edge (to_id, kind, from_id);

-- People whose account is gone. erased_at is when nothing of theirs was left here.
create table deleted_user (
    user_id    uuid        not null primary key,
    deleted_at timestamptz not null,
    erased_at  timestamptz
);

create index deleted_user_unerased on deleted_user (deleted_at) where erased_at is null;

-- A post that was taken down keeps its row and loses its words, from now on in one step.
update post set content = '' where deleted_at is not null;
