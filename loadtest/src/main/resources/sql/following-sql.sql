-- from services/users/src/main/java/dev/socialhub/users/graph/ListRepository.java

-- page
select p.user_id as id, p.username, p.name, p.headline, e.changed_at as since
from edge e join profile p on p.user_id = e.to_id
where e.kind = 'follow' and e.from_id = ? and e.active
and (e.changed_at, e.to_id) < (?, ?)
and e.to_id not in (select b.from_id from edge b
where b.kind = 'block' and b.to_id = ? and b.active)
and not exists (select 1 from edge b
where b.kind = 'block' and b.from_id = ? and b.to_id = ? and b.active)
order by e.changed_at desc, e.to_id desc limit ?
