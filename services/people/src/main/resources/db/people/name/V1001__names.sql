-- What this service knows of users: a replica, owned by auth (username) and users (name). The two
-- count versions apart, so each side's is kept and compared with its own kind alone. The table
-- exists already where an earlier migration of the service made it.
set local client_min_messages = warning;

create table if not exists author (
    user_id         uuid   not null primary key,
    username        text   not null,
    name            text   not null,
    account_version bigint not null,
    profile_version bigint not null
);

-- Not unique: that is auth's promise, and a replica must take whatever order the events come in.
create index if not exists author_by_username on author (username);
