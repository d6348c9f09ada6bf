-- Of an account that was deleted its id and its username stay: nobody else may ever bear the name,
-- and whoever asks again is told the same.
alter table account
    alter column email drop not null,
    alter column name drop not null,
    alter column password_hash drop not null,
    add column deleted_at timestamptz,
    add constraint account_erased_when_deleted check (
        case when status = 'deleted'
            then num_nonnulls(email, name, password_hash) = 0 and deleted_at is not null
            else num_nulls(email, name, password_hash) = 0 and deleted_at is null
        end);
