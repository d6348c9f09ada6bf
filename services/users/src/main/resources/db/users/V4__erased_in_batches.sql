-- From now on a deletion only hides a user, and the rest is erased in batches until erased_at. The users
-- that were deleted before were erased in the same transaction.
alter table deleted_user add column erased_at timestamptz;

update deleted_user set erased_at = deleted_at;
