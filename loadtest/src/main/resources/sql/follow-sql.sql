-- from services/users/src/main/java/dev/socialhub/users/graph/PersonLockRepository.java
-- from services/users/src/main/java/dev/socialhub/users/graph/EdgeRepository.java
-- from services/messaging/src/main/java/dev/socialhub/messaging/outbox/Outbox.java

-- lock and read
select pg_advisory_xact_lock_shared(1505, ?), pg_advisory_xact_lock_shared(1505, ?),
pg_advisory_xact_lock(1506, ?), pg_advisory_xact_lock(1507, ?); select
exists (select 1 from edge where kind = 'follow' and from_id = p.actor and to_id = p.other and active),
exists (select 1 from edge where kind = 'follow' and from_id = p.other and to_id = p.actor and active),
exists (select 1 from edge where kind = 'block' and from_id = p.actor and to_id = p.other and active),
exists (select 1 from edge where kind = 'block' and from_id = p.other and to_id = p.actor and active),
exists (select 1 from profile where user_id = p.actor),
exists (select 1 from profile where user_id = p.other),
coalesce((select c.following from follow_count c where c.user_id = p.actor), 0)
+ coalesce((select sum(d.following) from follow_delta d where d.user_id = p.actor), 0)
from (values (?::uuid, ?::uuid)) p (actor, other)

-- change edge
with turned as (insert into edge as e (kind, from_id, to_id, active, version, changed_at)
values (?, ?, ?, ?, 1, ?) on conflict (kind, from_id, to_id) do update set
active = excluded.active, version = e.version + 1, changed_at = excluded.changed_at
where e.active <> excluded.active returning version, from_id, to_id),
counted as (insert into follow_delta (user_id, followers, following)
select d.user_id, d.followers, d.following from turned t,
lateral (values (t.from_id, 0, ?), (t.to_id, ?, 0)) d (user_id, followers, following))
select version from turned

-- append
insert into outbox (shard, topic, record_key, payload, traceparent, type, created_at)
values (?, ?, ?, ?, ?, ?, now())
