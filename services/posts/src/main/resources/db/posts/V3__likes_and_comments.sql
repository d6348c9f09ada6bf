-- Likes of posts. A removed like stays as an inactive row, so that its version continues and late events lose.
create table post_like (
    post_id  uuid        not null,
    user_id  uuid        not null,
    active   boolean     not null,
    version  bigint      not null,
    liked_at timestamptz not null,
    primary key (post_id, user_id)
);

create index post_like_newest on post_like (post_id, liked_at desc, user_id desc) where active;

create index post_like_by_user on post_like (user_id);

-- A deleted comment stays without its content while it has replies; from removed_at on no reader sees it.
-- depth is 1 for a reply to the post.
create table post_comment (
    id         uuid        not null primary key,
    post_id    uuid        not null,
    parent_id  uuid,
    depth      integer     not null,
    author_id  uuid        not null,
    content    text        not null,
    created_at timestamptz not null,
    edited_at  timestamptz,
    deleted_at timestamptz,
    removed_at timestamptz,
    version    bigint      not null
);

create index post_comment_thread on post_comment (post_id, created_at, id)
    where parent_id is null and removed_at is null;

create index post_comment_replies on post_comment (parent_id, created_at, id) where removed_at is null;

-- All comments on a post: to count them, and to remove them when the post is deleted.
create index post_comment_by_post on post_comment (post_id);

create index post_comment_by_author on post_comment (author_id);

create index post_comment_removed on post_comment (removed_at) where removed_at is not null;

create table comment_like (
    comment_id uuid        not null,
    user_id    uuid        not null,
    liked_at   timestamptz not null,
    primary key (comment_id, user_id)
);

create index comment_like_by_user on comment_like (user_id);

-- The counts of posts and comments: what is folded so far. Readers add the deltas that are not folded yet.
create table post_count (
    post_id  uuid   not null primary key,
    likes    bigint not null,
    comments bigint not null
);

create table post_count_delta (
    id       bigint generated always as identity primary key,
    post_id  uuid    not null,
    likes    integer not null,
    comments integer not null
);

create index post_count_delta_by_post on post_count_delta (post_id);

create table comment_count (
    comment_id uuid   not null primary key,
    likes      bigint not null,
    replies    bigint not null
);

create table comment_count_delta (
    id         bigint generated always as identity primary key,
    comment_id uuid    not null,
    likes      integer not null,
    replies    integer not null
);

create index comment_count_delta_by_comment on comment_count_delta (comment_id);

-- When nothing was left of what users had added to a deleted post. The posts deleted before had nothing.
alter table post add column cleaned_at timestamptz;

update post set cleaned_at = deleted_at where deleted_at is not null;

create index post_uncleaned on post (deleted_at) where deleted_at is not null and cleaned_at is null;
