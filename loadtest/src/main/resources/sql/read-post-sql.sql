-- from services/posts/src/main/java/dev/socialhub/posts/post/PostRepository.java
-- from services/posts/src/main/java/dev/socialhub/posts/post/VisiblePosts.java

-- post
select p.id, p.author_id, a.username as author_username, a.name as author_name,
p.content, p.visibility, p.created_at, p.edited_at, p.version
from post p join author a on a.user_id = p.author_id where p.id = :id and
(p.deleted_at is null and (p.author_id = :viewerId or (p.visibility = 'public'
or p.visibility = 'followers' and coalesce((select e.active from edge e where e.kind = 'follow'
and e.from_id = :viewerId and e.to_id = p.author_id), false)) and not
coalesce((select e.active from edge e where e.kind = 'block'
and e.from_id = :viewerId and e.to_id = p.author_id), false) and not
coalesce((select e.active from edge e where e.kind = 'block'
and e.from_id = p.author_id and e.to_id = :viewerId), false)))
