-- from services/posts/src/main/java/dev/socialhub/posts/post/PostRepository.java
-- from services/posts/src/main/java/dev/socialhub/posts/post/VisiblePosts.java
-- from services/posts/src/main/java/dev/socialhub/posts/count/PostCountTable.java
-- from services/posts/src/main/java/dev/socialhub/posts/like/LikedColumn.java
-- from services/posts/src/main/java/dev/socialhub/posts/bookmark/BookmarkColumn.java
-- from services/posts/src/main/java/dev/socialhub/posts/media/AttachedMedia.java

-- post
select p.id, p.author_id, a.username as author_username, a.name as author_name,
p.content, p.visibility, p.created_at, p.edited_at, p.version, p.metadata,
(select cast(coalesce(sum(n.likes), 0) as bigint) from (select likes from post_count where post_id = p.id union all
select likes from post_count_delta where post_id = p.id) n) as likes,
(select cast(coalesce(sum(n.comments), 0) as bigint) from (select comments from post_count where post_id = p.id union all
select comments from post_count_delta where post_id = p.id) n) as comments,
coalesce((select l.active from post_like l where l.post_id = p.id and l.user_id = :viewerId), false) as liked,
coalesce((select true from bookmark b where b.user_id = :viewerId and b.post_id = p.id), false) as bookmarked,
(select cast(json_agg(json_build_object('id', m.id, 'position', m.position, 'type', m.type,
'width', m.width, 'height', m.height, 'preview', m.small_type is not null, 'alt', m.alt)) as text)
from media m where m.post_id = p.id) as media
from post p join author a on a.user_id = p.author_id where p.id = :id and
(p.deleted_at is null and (p.author_id = :viewerId or (p.visibility = 'public'
or p.visibility = 'followers' and coalesce((select e.active from edge e where e.kind = 'follow'
and e.from_id = :viewerId and e.to_id = p.author_id), false)) and not
coalesce((select e.active from edge e where e.kind = 'block'
and e.from_id = :viewerId and e.to_id = p.author_id), false) and not
coalesce((select e.active from edge e where e.kind = 'block'
and e.from_id = p.author_id and e.to_id = :viewerId), false)))
