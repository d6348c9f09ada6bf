create table account (
    id            uuid primary key,
    username      text        not null check (username ~ '^[a-z0-9_.]{3,30}$'),
    email         text        not null,
    name          text        not null,
    password_hash text        not null,
    roles         text[]      not null,
    status        text        not null default 'active',
    version       bigint      not null,
    created_at    timestamptz not null
);

create unique index account_by_username on account (username);
create unique index account_by_email on account (lower(email));

-- One row for each device that is signed in. The refresh token is derived from family and generation
-- under a key of the server, so nothing here lets anybody in.
create table session (
    id           uuid primary key,
    user_id      uuid        not null references account on delete cascade,
    family       uuid        not null unique,
    generation   integer     not null,
    user_agent   text,
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null
);

create index session_by_user on session (user_id);
create index session_by_expiry on session (expires_at);

-- Which sign-up an Idempotency-Key stands for. No answer is kept, since it would hold tokens.
-- The row is written before the account's, so that the second of two requests waits for the first.
create table signup_key (
    key         text primary key,
    fingerprint bytea       not null,
    user_id     uuid        not null references account on delete cascade deferrable initially deferred,
    created_at  timestamptz not null
);

create index signup_key_by_time on signup_key (created_at);
create index signup_key_by_user on signup_key (user_id);

-- The private keys that access tokens are signed with, sealed with KEY_ENCRYPTION_KEY.
create table signing_key (
    id         text primary key,
    sealed     bytea       not null,
    created_at timestamptz not null
);
