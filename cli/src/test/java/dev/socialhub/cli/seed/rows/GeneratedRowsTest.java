package dev.socialhub.cli.seed.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedRowsTest {
    private static final Instant UNTIL = Instant.parse("2025-11-01T00:00:00Z");
    private static final DataSetSizes TINY = new DataSetSizes(20, 100, 80);
    private static final DataSetSizes DEMO = new DataSetSizes(200, 2_000, 3_000);
    private static final Pattern MENTION = Pattern.compile("@([a-z0-9_.]+)");

    private final GeneratedRows demo = generated(1, DEMO);

    /**
     * A change in what a number produces changes the data of every user of it: don't edit the
     * digest.
     */
    @Test
    void makesTheSameRowsEachTime() {
        assertThat(digest(generated(1, TINY)))
                .isEqualTo("1c48137b604d6a3db985209f4d983f4860e031b8a1738abada13f9e1be0c96ee");
        assertThat(digest(generated(1, TINY))).isEqualTo(digest(generated(1, TINY)));
    }

    @Test
    void makesOtherRowsOfAnotherNumberOrSizeOrEnd() {
        assertThat(
                        Set.of(
                                digest(generated(1, TINY)),
                                digest(generated(2, TINY)),
                                digest(generated(1, new DataSetSizes(20, 100, 81))),
                                digest(
                                        new GeneratedRows(
                                                new DataSet(
                                                        1, TINY, UNTIL.minusSeconds(1), null)))))
                .hasSize(4);
        Set<String> names = usernames(demo);
        assertThat(usernames(generated(2, DEMO))).doesNotContainAnyElementsOf(names);
        assertThat(usernames(generated(1, TINY))).doesNotContainAnyElementsOf(names);
    }

    @Test
    void makesAnyPartWithoutTheRest() {
        assertThat(demo.users(17, 23)).isEqualTo(demo.users(0, 200).subList(17, 23));
        assertThat(demo.posts(1_500, 1_777)).isEqualTo(demo.posts(0, 2_000).subList(1_500, 1_777));
        assertThat(demo.follows(999, 2_001)).isEqualTo(demo.follows(0, 3_000).subList(999, 2_001));
        assertThat(demo.follows(2_999, 3_000)).hasSize(1);
    }

    @Test
    void likesAndCommentsAreOfPublicPostsAndLaterThanThem() {
        Map<UUID, GeneratedPost> posts =
                demo.posts(0, 2_000).stream()
                        .collect(Collectors.toMap(GeneratedPost::id, Function.identity()));
        List<GeneratedLike> likes = demo.likes(0, 4_000);
        List<GeneratedComment> comments = demo.comments(0, 1_000);
        assertThat(likes)
                .allMatch(like -> of(posts, like.post()).visibility().equals("public"))
                .allMatch(like -> of(posts, like.post()).millis() <= like.millis());
        assertThat(comments)
                .allMatch(comment -> of(posts, comment.post()).visibility().equals("public"))
                .allMatch(comment -> of(posts, comment.post()).millis() <= comment.millis())
                .extracting(GeneratedComment::id)
                .doesNotHaveDuplicates();
        assertThat(demo.likes(999, 2_001)).isEqualTo(likes.subList(999, 2_001));
        assertThat(demo.comments(5, 7)).isEqualTo(comments.subList(5, 7));
    }

    @Test
    void picturesAreOfDifferentPublicPosts() {
        Map<UUID, GeneratedPost> posts =
                demo.posts(0, 2_000).stream()
                        .collect(Collectors.toMap(GeneratedPost::id, Function.identity()));
        List<PostPicture> pictures = demo.pictures(0, 100);

        assertThat(pictures)
                .allMatch(picture -> of(posts, picture.post()).visibility().equals("public"))
                .allMatch(picture -> of(posts, picture.post()).author().equals(picture.author()))
                .extracting(PostPicture::post)
                .doesNotHaveDuplicates();
        assertThat(demo.pictures(5, 7)).isEqualTo(pictures.subList(5, 7));
    }

    @Test
    void messagesFillWholeConversationsOfUsersWhoMayHaveThem() {
        List<GeneratedMessage> messages = demo.messages(0, demo.messages());
        assertThat(demo.messages(490, 1_510)).isEqualTo(messages.subList(490, 1_510));
        Set<String> follows = pairs(demo.follows(0, 3_000));
        Map<String, List<GeneratedMessage>> conversations =
                messages.stream().collect(Collectors.groupingBy(GeneratedRowsTest::conversation));
        assertThat(conversations).hasSize(10 + 100);
        conversations
                .values()
                .forEach(one -> {
                    assertThat(one).hasSize(one.getFirst().room() == null ? 25 : 100);
                    assertThat(one).extracting(GeneratedMessage::millis).isSorted();
                    assertThat(one)
                            .extracting(message -> message.sender() + message.tempId())
                            .doesNotHaveDuplicates();
                    assertThat(one).allMatch(message -> message.millis() < UNTIL.toEpochMilli());
                });
        assertThat(messages)
                .filteredOn(message -> message.room() == null)
                .allMatch(message ->
                        follows.contains(message.sender() + " " + message.receiver())
                                && follows.contains(message.receiver() + " " + message.sender()));
    }

    private static String conversation(GeneratedMessage message) {
        return message.room() != null
                ? message.room()
                : Stream.of(message.sender(), message.receiver())
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    private static GeneratedPost of(Map<UUID, GeneratedPost> posts, UUID id) {
        return Objects.requireNonNull(posts.get(id));
    }

    @Test
    void followsAreUniqueAndNeverOfSelfOrBlockedUsers() {
        List<Edge> follows = demo.follows(0, 3_000);
        Set<String> pairs = pairs(follows);
        assertThat(pairs).hasSize(3_000);
        assertThat(follows).noneMatch(edge -> edge.from().equals(edge.to()));
        assertThat(demo.blocks()).isEqualTo(9);
        for (Edge block : demo.blocks(0, demo.blocks())) {
            assertThat(block.from()).isNotEqualTo(block.to());
            assertThat(pairs)
                    .doesNotContain(
                            block.from() + " " + block.to(), block.to() + " " + block.from());
        }
    }

    @Test
    void fillsAGraphToItsLimit() {
        GeneratedRows full = generated(1, new DataSetSizes(20, 0, 340));
        assertThat(pairs(full.follows(0, 340))).hasSize(340);
        assertThatThrownBy(() -> generated(1, new DataSetSizes(20, 0, 341)))
                .isInstanceOfSatisfying(
                        TooManyFollows.class,
                        error -> assertThat(error.maxFollows()).isEqualTo(340));
        assertThat(generated(1, new DataSetSizes(1, 3, 0)).posts(0, 3)).hasSize(3);
        assertThat(generated(1, new DataSetSizes(2, 0, 2)).follows(0, 2)).hasSize(2);
        assertThat(generated(1, new DataSetSizes(3, 0, 0)).follows(0, 0)).isEmpty();
    }

    /** Reed98: 962 students with 18,812 friendships: 29, 87, 157 and 313 at these percentiles. */
    @Test
    void spreadsFollowersAsACollegeDoes() {
        GeneratedRows college = generated(1, new DataSetSizes(981, 0, 2 * 18_812));
        List<Integer> followers =
                counts(college.follows(0, 2 * 18_812).stream().map(Edge::to)).values().stream()
                        .sorted()
                        .toList();
        assertThat(followers.get(followers.size() / 2)).isBetween(22, 36);
        assertThat(followers.get(followers.size() * 9 / 10)).isBetween(70, 104);
        assertThat(followers.get(followers.size() * 99 / 100)).isBetween(125, 190);
        assertThat(followers.getLast()).isBetween(235, 390);
    }

    @Test
    void topUsersFollowAPowerLaw() {
        GeneratedRows large = generated(3, new DataSetSizes(5_000, 0, 60_000));
        List<Integer> followers =
                counts(large.follows(0, 60_000).stream().map(Edge::to)).values().stream()
                        .sorted((one, other) -> other - one)
                        .toList();
        assertThat(followers.getFirst()).isGreaterThan(800);
        double slope = Math.log(followers.get(0) / (double) followers.get(9)) / Math.log(10);
        assertThat(slope).isBetween(0.7, 1.3);
        int few = followers.subList(0, 50).stream().mapToInt(Integer::intValue).sum();
        assertThat(few).as("of the best known hundredth").isGreaterThan(60_000 / 10);
    }

    @Test
    void makesOneAccountWithManyFollowersAndSomeEmptyOnes() {
        Map<UUID, Integer> followers = counts(demo.follows(0, 3_000).stream().map(Edge::to));
        Map<UUID, Integer> following = counts(demo.follows(0, 3_000).stream().map(Edge::from));
        Map<UUID, Integer> posts = counts(demo.posts(0, 2_000).stream().map(GeneratedPost::author));
        UUID huge = demo.mostFollowed().id();
        assertThat(followers.get(huge)).isEqualTo(max(followers)).isGreaterThan(50);
        assertThat(posts.get(huge)).isEqualTo(max(posts)).isGreaterThan(80);
        assertThat(followers).containsKey(demo.averageUser().id());
        assertThat(following).containsKey(demo.averageUser().id());
        assertThat(posts).containsKey(demo.averageUser().id());

        List<GeneratedUser> empty =
                demo.users(0, 200).stream()
                        .filter(person -> !followers.containsKey(person.id()))
                        .filter(person -> !following.containsKey(person.id()))
                        .filter(person -> !posts.containsKey(person.id()))
                        .toList();
        assertThat(empty).hasSizeGreaterThanOrEqualTo(4).contains(demo.empty().orElseThrow());
        assertThat(demo.empty().orElseThrow().bio()).isNull();
        assertThat(demo.empty().orElseThrow().skills()).isEmpty();
    }

    @Test
    void keepsAllTimesWithinNinetyDaysAndAfterJoining() {
        long from = UNTIL.toEpochMilli() - 90 * ActivityTimes.DAY;
        Map<UUID, Long> joined =
                demo.users(0, 200).stream()
                        .collect(Collectors.toMap(GeneratedUser::id, GeneratedUser::joinedMillis));
        assertThat(joined.values()).allMatch(at -> at >= from && at < UNTIL.toEpochMilli());
        for (GeneratedPost post : demo.posts(0, 2_000)) {
            assertThat(post.millis())
                    .isBetween(joined.getOrDefault(post.author(), -1L), UNTIL.toEpochMilli());
            assertThat(post.id().version()).isEqualTo(7);
            assertThat(post.id().variant()).isEqualTo(2);
            assertThat(post.id().getMostSignificantBits() >>> 16).isEqualTo(post.millis());
        }
        for (Edge edge : demo.follows(0, 3_000)) {
            long both =
                    Math.max(
                            joined.getOrDefault(edge.from(), -1L),
                            joined.getOrDefault(edge.to(), -1L));
            assertThat(edge.millis()).isBetween(both, UNTIL.toEpochMilli());
        }
    }

    @Test
    void givesUsernamesThatMayBeSignedUpWith() {
        List<GeneratedUser> people = generated(5, new DataSetSizes(3_000, 0, 0)).users(0, 3_000);
        assertThat(people).allMatch(person -> person.username().matches("[a-z0-9_.]{3,30}"));
        assertThat(people.stream().map(GeneratedUser::username).distinct()).hasSize(3_000);
        assertThat(people.stream().map(GeneratedUser::id).distinct()).hasSize(3_000);
        assertThat(people).allMatch(person -> person.name().length() <= 100);
        assertThat(people)
                .allMatch(person -> person.headline() == null || person.headline().length() <= 120);
    }

    @Test
    void writesInSeveralScripts() {
        List<GeneratedPost> posts = demo.posts(0, 2_000);
        String all = posts.stream().map(GeneratedPost::content).collect(Collectors.joining("\n"));
        for (String script :
                List.of("Cyrillic", "Arabic", "Devanagari", "Han", "Hiragana", "Hangul", "Latin")) {
            assertThat(Pattern.compile("\\p{Is" + script + "}{2}").matcher(all).find())
                    .as(script)
                    .isTrue();
        }
        assertThat(all).containsPattern("[àâçéèêëîïôûùüÿœ]").containsPattern("[ąćęłńóśźż]");
        assertThat(all.codePoints().filter(Character::isEmoji).count()).isGreaterThan(300);
        assertThat(all).containsPattern("#\\p{L}+");
        assertThat(posts)
                .allMatch(post -> Normalizer.isNormalized(post.content(), Normalizer.Form.NFC))
                .allMatch(post -> post.content().length() <= 5_000)
                .noneMatch(post -> post.content().contains("{"));
        Set<String> mentioned =
                MENTION.matcher(all)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        assertThat(mentioned).hasSizeGreaterThan(20);
        assertThat(usernames(demo)).containsAll(mentioned);
    }

    @Test
    void showsMostPostsToEverybodyAndSomeToFew() {
        Map<String, Long> kinds =
                demo.posts(0, 2_000).stream()
                        .collect(
                                Collectors.groupingBy(
                                        GeneratedPost::visibility, Collectors.counting()));
        assertThat(kinds.get("public")).isBetween(1_500L, 1_700L);
        assertThat(kinds.get("followers")).isBetween(220L, 340L);
        assertThat(kinds.get("private")).isBetween(80L, 160L);
    }

    static GeneratedRows generated(long number, DataSetSizes sizes) {
        return new GeneratedRows(new DataSet(number, sizes, UNTIL, null));
    }

    static String digest(GeneratedRows generated) {
        DataSetSizes sizes = generated.sizes();
        String all =
                Stream.of(
                                generated.users(0, sizes.users()),
                                generated.blocks(0, generated.blocks()),
                                generated.follows(0, sizes.follows()),
                                generated.posts(0, sizes.posts()))
                        .flatMap(List::stream)
                        .map(GeneratedRowsTest::values)
                        .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(DataSet.sha256(all.getBytes(StandardCharsets.UTF_8)));
    }

    /** What a row holds; the name of its type is no part of the data. */
    private static String values(Object row) {
        return row.toString().replaceFirst("^\\w+", "");
    }

    private static Set<String> usernames(GeneratedRows generated) {
        return generated.users(0, generated.sizes().users()).stream()
                .map(GeneratedUser::username)
                .collect(Collectors.toSet());
    }

    private static Set<String> pairs(List<Edge> edges) {
        Set<String> pairs = new HashSet<>();
        edges.forEach(edge -> pairs.add(edge.from() + " " + edge.to()));
        return pairs;
    }

    private static Map<UUID, Integer> counts(Stream<UUID> people) {
        Map<UUID, Integer> counts = new HashMap<>();
        people.forEach(person -> counts.merge(person, 1, Integer::sum));
        return counts;
    }

    private static int max(Map<UUID, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
