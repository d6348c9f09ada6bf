-- from services/users/src/main/java/dev/socialhub/users/profile/ProfileRepository.java
-- from services/users/src/main/java/dev/socialhub/users/graph/EdgeRepository.java
-- from services/users/src/main/java/dev/socialhub/users/graph/ListRepository.java

-- profile
select user_id, username, name, name_edited, headline, bio, location, skills,
account_version, version, created_at, updated_at from profile where user_id = :userId

-- ties
select
exists (select 1 from edge where kind = 'follow' and from_id = p.actor and to_id = p.other and active),
exists (select 1 from edge where kind = 'follow' and from_id = p.other and to_id = p.actor and active),
exists (select 1 from edge where kind = 'block' and from_id = p.actor and to_id = p.other and active),
exists (select 1 from edge where kind = 'block' and from_id = p.other and to_id = p.actor and active)
from (values (?::uuid, ?::uuid)) p (actor, other)

-- page
select p.user_id, p.username, p.name, p.headline, e.changed_at
from edge e join profile p on p.user_id = e.to_id
where e.kind = 'follow' and e.from_id = ? and e.active and (e.changed_at, e.to_id) < (?, ?)
and e.to_id not in (select b.from_id from edge b
where b.kind = 'block' and b.to_id = ? and b.active)
order by e.changed_at desc, e.to_id desc limit ?
