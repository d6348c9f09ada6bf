-- Media whose post is deleted are marked by that, so that a sweep reads no others to find them.
alter table media drop constraint media_state_check;

alter table media add constraint media_state_check
    check (state in ('pending', 'stored', 'attached', 'deleted'));

update media m set state = 'deleted', post_id = null, position = null
    from post p where p.id = m.post_id and p.deleted_at is not null;
