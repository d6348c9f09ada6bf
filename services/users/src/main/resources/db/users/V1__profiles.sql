-- account_version is that of the account which username, created_at and an unedited name were taken
-- from; 0 when only a token was at hand. It counts apart from the profile's own version.
create table profile (
    user_id         uuid        not null primary key,
    username        text        not null,
    name            text        not null,
    name_edited     boolean     not null,
    headline        text,
    bio             text,
    location        text,
    skills          text[]      not null,
    account_version bigint      not null,
    version         bigint      not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);

-- Not unique: that is auth's promise, and a profile is made in whatever order news of accounts comes.
create index profile_by_username on profile (username);
