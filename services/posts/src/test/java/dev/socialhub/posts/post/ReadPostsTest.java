package dev.socialhub.posts.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.posts.media.MediaUrls;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.paging.TimeCursor;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.testing.RunningService;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadPostsTest {

    private static final UUID VIEWER = new UUID(0, 1);

    private static final MediaUrls URLS = new MediaUrls(RunningService.KEY, "", Clock.systemUTC());

    private final FakePosts posts = new FakePosts();
    private final ReadPosts reading = new ReadPosts(posts, new PostViews(URLS));

    @Test
    void goesOnWhereThePageBeforeEnded() {
        posts.rows = IntStream.range(0, 3).mapToObj(ReadPostsTest::post).toList();

        Page<PostView> page = reading.ofEveryone(VIEWER, new PageQuery(2, null));

        assertThat(posts.askedFor).isEqualTo(3);
        assertThat(page.items()).extracting(PostView::content).containsExactly("post 0", "post 1");
        assertThat(page.nextCursor())
                .isEqualTo(
                        new TimeCursor(posts.rows.get(1).createdAt(), posts.rows.get(1).id())
                                .encoded());
        reading.ofEveryone(VIEWER, new PageQuery(2, page.nextCursor()));
        assertThat(posts.askedBelow).isEqualTo(posts.rows.get(1).id());
    }

    @Test
    void hasNoCursorOnTheLastPage() {
        posts.rows = List.of(post(0), post(1));

        assertThat(reading.ofAuthor(VIEWER, VIEWER, new PageQuery(2, null)).nextCursor()).isNull();
    }

    @Test
    void saysNothingOfPostsThatCanNotBeSeen() {
        assertThatThrownBy(() -> reading.one(new UUID(0, 9), VIEWER))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type().status()).isEqualTo(404));
    }

    @Test
    void returnsPostsInTheOrderOfTheirIds() {
        posts.rows = List.of(post(0), post(1), post(2));

        assertThat(reading.visible(List.of(post(2).id(), new UUID(0, 9), post(0).id()), VIEWER))
                .extracting(PostView::content)
                .containsExactly("post 2", "post 0");
        assertThat(reading.visible(List.of(), VIEWER)).isEmpty();
    }

    private static Post post(int number) {
        return new Post(
                new UUID(7, 100 - number),
                VIEWER,
                "john",
                "John Doe",
                "post " + number,
                Visibility.PUBLIC,
                Instant.parse("2026-01-01T00:00:00Z").minusSeconds(number),
                null,
                1,
                PostMetadata.EMPTY,
                0,
                0,
                false,
                false,
                List.of());
    }

    private static final class FakePosts implements PostRepository {

        private List<Post> rows = List.of();
        private int askedFor;
        private UUID askedBelow = VIEWER;

        @Override
        public List<Post> listPublic(UUID viewerId, Instant at, UUID id, int limit) {
            askedFor = limit;
            askedBelow = id;
            return rows;
        }

        @Override
        public List<Post> listOfAuthor(
                UUID authorId, UUID viewerId, Instant at, UUID id, int limit) {
            return listPublic(viewerId, at, id, limit);
        }

        @Override
        public Optional<Post> findVisible(UUID id, UUID viewerId) {
            return Optional.empty();
        }

        @Override
        public int add(
                UUID id,
                UUID authorId,
                String content,
                Visibility visibility,
                Instant createdAt,
                long version,
                PostMetadata metadata) {
            throw new AssertionError("reading writes nothing");
        }

        @Override
        public List<Post> findAllVisible(Collection<UUID> ids, UUID viewerId) {
            return rows.stream().filter(post -> ids.contains(post.id())).toList();
        }

        @Override
        public Optional<Post> lockWholeOwn(UUID id, UUID viewerId) {
            throw new AssertionError("reading locks nothing");
        }

        @Override
        public void edit(
                UUID id,
                String content,
                Visibility visibility,
                PostMetadata metadata,
                Instant editedAt,
                long version) {
            throw new AssertionError("reading edits nothing");
        }

        @Override
        public Optional<Long> lockOwn(UUID id, UUID authorId) {
            throw new AssertionError("reading locks nothing");
        }

        @Override
        public List<PostVersion> lockSomeOf(UUID authorId, int rows) {
            throw new AssertionError("reading locks nothing");
        }

        @Override
        public long countOf(UUID authorId) {
            throw new AssertionError("reading counts nothing");
        }

        @Override
        public long countDeletedOf(UUID authorId) {
            throw new AssertionError("reading counts nothing");
        }

        @Override
        public Optional<UUID> lockUncleaned(Instant before) {
            throw new AssertionError("reading locks nothing");
        }

        @Override
        public void markCleaned(UUID id, Instant cleanedAt) {
            throw new AssertionError("reading cleans nothing");
        }

        @Override
        public void markDeleted(UUID id, Instant deletedAt, long version) {
            throw new AssertionError("reading deletes nothing");
        }
    }
}
