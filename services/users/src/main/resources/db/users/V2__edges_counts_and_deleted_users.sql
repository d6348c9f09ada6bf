-- Who follows and who blocks whom. A row stays when its edge is taken away: its version goes on where
-- it was, so that copies elsewhere can tell the newest state from an old one.
create table edge (
    kind       text        not null check (kind in ('block', 'follow')),
    from_id    uuid        not null,
    to_id      uuid        not null check (to_id <> from_id),
    active     boolean     not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    primary key (kind, from_id, to_id)
);

create index edge_by_from on edge (kind, from_id, changed_at desc, to_id desc) where active;

create index edge_by_to on edge (kind, to_id, changed_at desc, from_id desc) where active;

-- How many follow a person, and how many the person follows: what was folded so far, to which the
-- deltas that still wait are added by whoever reads.
create table follow_count (
    user_id   uuid   not null primary key,
    followers bigint not null,
    following bigint not null
);

create table follow_delta (
    id        bigint generated always as identity primary key,
    user_id   uuid    not null,
    followers integer not null,
    following integer not null
);

create index follow_delta_by_user on follow_delta (user_id);

-- Whose account is gone. Kept for good: an id and a time, by which nothing that comes late can bring
-- the person back.
create table deleted_user (
    user_id    uuid        not null primary key,
    deleted_at timestamptz not null
);
