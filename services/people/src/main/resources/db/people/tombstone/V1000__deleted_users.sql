-- Users whose account is gone. erased_at is when nothing of theirs was left here. The table exists
-- already where an earlier migration of the service made it.
set local client_min_messages = warning;

create table if not exists deleted_user (
    user_id    uuid        not null primary key,
    deleted_at timestamptz not null,
    erased_at  timestamptz
);

create index if not exists deleted_user_unerased on deleted_user (deleted_at)
    where erased_at is null;
