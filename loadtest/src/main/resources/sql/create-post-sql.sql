-- from services/people/src/main/java/dev/socialhub/people/name/NameRepository.java
-- from services/shared/src/main/java/dev/socialhub/shared/idempotency/StoredAnswers.java
-- from services/posts/src/main/java/dev/socialhub/posts/post/PostRepository.java
-- from services/posts/src/main/java/dev/socialhub/posts/post/PostWords.java
-- from services/messaging/src/main/java/dev/socialhub/messaging/outbox/Outbox.java

-- author
select user_id, username, name from author where user_id = :userId

-- lock
select pg_try_advisory_xact_lock(hashtextextended(? || ' ' || ? || ' ' || ?, 0))

-- find
select fingerprint, status, headers, body from idempotency
where user_id = ? and route = ? and key = ?

-- add
insert into post (id, author_id, content, visibility, created_at, version, metadata, words)
select :id, a.user_id, c.content, :visibility, cast(:createdAt as timestamptz), :version, cast(:metadata as jsonb),
setweight(to_tsvector('simple', c.content), 'A') || setweight(to_tsvector(c.content), 'B')
from author a, (select cast(:content as text) as content) c where a.user_id = :authorId for key share of a

-- append
insert into outbox (shard, topic, record_key, payload, traceparent, type, created_at)
values (?, ?, ?, ?, ?, ?, now())

-- answer
insert into idempotency (user_id, route, key, fingerprint, status, headers, body)
values (?, ?, ?, ?, ?, ?, ?)
