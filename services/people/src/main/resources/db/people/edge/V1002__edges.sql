-- Follows and blocks: a replica, owned by users. An edge that was removed stays as an inactive row,
-- since its version is what tells a late event from a new one. No index holds a column that a toggle
-- changes, so that a toggle rewrites none. The table exists already where an earlier migration of the
-- service made it.
set local client_min_messages = warning;

create table if not exists edge (
    kind       text        not null check (kind in ('block', 'follow')),
    from_id    uuid        not null,
    to_id      uuid        not null,
    active     boolean     not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    primary key (kind, from_id, to_id)
);

-- For removing all edges to a user. It holds the whole key, so that a look-up of one edge is one row
-- by either index: by to_id alone it could be a million, and the planner might take it.
create index if not exists edge_by_target on edge (to_id, kind, from_id);
