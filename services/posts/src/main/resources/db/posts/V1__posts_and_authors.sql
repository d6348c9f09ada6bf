-- What this service knows of people: a copy, owned by auth (username) and users (name). The two count
-- versions apart, so each side's is kept and compared with its own kind alone.
create table author (
    user_id         uuid   not null primary key,
    username        text   not null,
    name            text   not null,
    account_version bigint not null,
    profile_version bigint not null
);

-- Not unique: that is auth's promise, and a copy must take whatever order the events come in.
create index author_by_username on author (username);

create table post (
    id         uuid        not null primary key,
    author_id  uuid        not null,
    content    text        not null,
    visibility text        not null check (visibility in ('public', 'followers', 'private')),
    created_at timestamptz not null,
    edited_at  timestamptz,
    deleted_at timestamptz,
    version    bigint      not null
);

create index post_by_author on post (author_id, created_at desc, id desc) where deleted_at is null;

create index post_public on post (created_at desc, id desc)
    where deleted_at is null and visibility = 'public';
