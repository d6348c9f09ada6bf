package dev.socialhub.loadtest.profile;

import dev.socialhub.loadtest.platform.ApiAnswer;
import dev.socialhub.loadtest.platform.ParallelCalls;
import dev.socialhub.loadtest.run.RunRefused;
import dev.socialhub.loadtest.users.TestUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Posts and follows that are there before a load begins. */
final class TestData {

    private static final int PARALLEL_CALLS = 8;

    private final ProfileContext context;

    TestData(ProfileContext context) {
        this.context = context;
    }

    /** A post and its author. */
    record Post(TestUser author, String id) {}

    /** A user that follows another user. */
    record Follow(TestUser follower, TestUser followee) {}

    /** One public post of each user. */
    List<Post> posts() throws IOException {
        List<Post> posts = new ArrayList<>();
        ParallelCalls.each(
                context.testUsers().createdUsers(),
                PARALLEL_CALLS,
                author -> {
                    ApiAnswer answer =
                            requireStatus(
                                    201,
                                    "a post",
                                    context.gateway()
                                            .sendUntilServed(
                                                    "POST",
                                                    "/api/v1/posts",
                                                    author.token(),
                                                    Requests.post(0)));
                    synchronized (posts) {
                        posts.add(new Post(author, answer.json().path("id").asText()));
                    }
                });
        context.reporter().preparing(posts.size(), posts.size(), "posts published");
        return List.copyOf(posts);
    }

    /** Makes each user follow this number of others. */
    void followInCircle(int others) throws IOException {
        int users = context.testUsers().createdUsers().size();
        follow(
                IntStream.range(0, users)
                        .boxed()
                        .flatMap(one ->
                                IntStream.rangeClosed(1, Math.min(others, users - 1))
                                        .mapToObj(step ->
                                                new Follow(
                                                        context.testUsers().user(one),
                                                        context.testUsers().user(one + step))))
                        .toList());
    }

    void follow(List<Follow> follows) throws IOException {
        ParallelCalls.each(
                follows,
                PARALLEL_CALLS,
                follow ->
                        requireStatus(
                                200,
                                "a follow",
                                context.gateway()
                                        .sendUntilServed(
                                                "PUT",
                                                "/api/v1/users/"
                                                        + follow.followee().id()
                                                        + "/follow",
                                                follow.follower().token(),
                                                null)));
        context.reporter().preparing(follows.size(), follows.size(), "follows made");
    }

    /** The answer, if it has the expected status. */
    static ApiAnswer requireStatus(int expected, String what, ApiAnswer answer) {
        if (answer.status() != expected) {
            throw new RunRefused(
                    "%s was answered %d during preparation: see `socialhubctl verify`"
                            .formatted(what, answer.status()));
        }
        return answer;
    }
}
