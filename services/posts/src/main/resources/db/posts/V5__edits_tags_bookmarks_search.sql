-- What a post's text contains: {"hashtags": ["shown", …], "mentions": [{"userId": …, "username": …}, …]}.
alter table post add column metadata jsonb not null default '{}';

-- For the posts that mention a user: the mention is removed with the user's account. Lists of a tag
-- have a table of their own, since such an index returns all of a tag's posts, in no order.
create index post_metadata on post using gin (metadata jsonb_path_ops);

-- The words that a search finds a post by; null until it is indexed in the background, which only
-- posts are that existed before, or that were not published by a user.
alter table post add column words tsvector;

create index post_words on post using gin (words);

create index post_without_words on post (id) where words is null and deleted_at is null;

-- A search for a frequent word reads the newest posts, and checks each.
create index post_by_time on post (created_at desc, id desc) where deleted_at is null;

-- What an edit replaced. The last versions of a post are kept, together with the readers that each
-- was for.
create table post_version (
    post_id    uuid        not null,
    version    bigint      not null,
    content    text        not null,
    visibility text        not null check (visibility in ('public', 'followers', 'private')),
    at         timestamptz not null,
    primary key (post_id, version)
);

-- Hashtags. The id is made of the text by which they are compared; shown is what the first author
-- wrote.
create table tag (
    tag_id uuid             not null primary key,
    tag    text collate "C" not null,
    shown  text             not null
);

-- Bytewise, so that it also finds the tags with a prefix.
create index tag_by_text on tag (tag);

-- The posts with a tag. Listed are public ones, which the tag's number counts.
create table post_tag (
    tag_id     uuid        not null,
    created_at timestamptz not null,
    post_id    uuid        not null,
    listed     boolean     not null,
    primary key (tag_id, created_at, post_id)
);

create index post_tag_by_post on post_tag (post_id);

-- The numbers of public posts with a tag, and changes that are not folded into them yet.
create table tag_count (
    tag_id uuid   not null primary key,
    posts  bigint not null
);

create table tag_delta (
    id     bigint generated always as identity primary key,
    tag_id uuid   not null,
    posts  bigint not null
);

create index tag_delta_by_tag on tag_delta (tag_id);

-- The users that an event told of a mention, once for each post.
create table post_mention (
    post_id uuid not null,
    user_id uuid not null,
    primary key (post_id, user_id)
);

create index post_mention_by_user on post_mention (user_id);

create table bookmark (
    user_id    uuid        not null,
    post_id    uuid        not null,
    created_at timestamptz not null,
    primary key (user_id, post_id)
);

create index bookmark_by_time on bookmark (user_id, created_at desc, post_id desc);

create index bookmark_by_post on bookmark (post_id);
