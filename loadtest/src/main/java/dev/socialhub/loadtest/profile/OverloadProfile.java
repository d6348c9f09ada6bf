package dev.socialhub.loadtest.profile;

import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.overload.Overload;
import dev.socialhub.loadtest.overload.Overload.RequestSource;
import dev.socialhub.loadtest.overload.OverloadPhases;
import dev.socialhub.loadtest.overload.RequestToSend;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.run.RunRefused;
import dev.socialhub.loadtest.users.TestUser;
import dev.socialhub.loadtest.users.TestUsers;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An operation is asked for twice as often as the platform can do it. The plan's rate is that of
 * the warm-up; the best rate is found out.
 */
final class OverloadProfile implements RunnableProfile {

    private static final OverloadPhases PHASES = OverloadPhases.DEFAULT;

    /** How much better than the plan's rate the best rate may be without more users. */
    private static final double HEADROOM = 3;

    private static final String FOLLOW = "follow";
    private static final String CREATE_POST = "create-post";
    private static final String VERIFY_USER = "verify-user";

    private final String operation;
    private final Function<ProfileContext, RequestSource> requests;

    private OverloadProfile(String operation, Function<ProfileContext, RequestSource> requests) {
        this.operation = operation;
        this.requests = requests;
    }

    static RunnableProfile follow() {
        return new OverloadProfile(
                FOLLOW, context -> new Follows(context.plan().gateway(), context.testUsers()));
    }

    static RunnableProfile createPost() {
        return new OverloadProfile(CREATE_POST, OverloadProfile::posts);
    }

    static RunnableProfile verifyUser() {
        return new OverloadProfile(VERIFY_USER, OverloadProfile::tokens);
    }

    @Override
    public String name() {
        return "overload-" + operation;
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(operation, 1.0);
    }

    @Override
    public int searchSeconds() {
        return PHASES.secondsBefore();
    }

    /** For follows, each of which needs a pair of its own. */
    @Override
    public int minUsers(Plan plan) {
        if (!operation.equals(FOLLOW)) {
            return 1;
        }
        double seconds =
                plan.warmUpSeconds()
                        + HEADROOM * (PHASES.secondsBefore() + PHASES.recoverySeconds())
                        + 2 * HEADROOM * plan.seconds();
        return (int) Math.ceil(0.5 + Math.sqrt(0.25 + plan.rate() * seconds));
    }

    @Override
    public Traffic prepare(ProfileContext context) {
        Stream.concat(
                        Stream.of(context.plan().gateway()),
                        context.plan().services().values().stream().flatMap(List::stream))
                .filter(target -> !"http".equals(target.getScheme()))
                .forEach(secure -> {
                    throw new RunRefused(
                            "overload is sent over http only, and %s has another scheme"
                                    .formatted(secure));
                });
        Overload overload =
                new Overload(
                        context.plan(),
                        PHASES,
                        operation,
                        requests.apply(context),
                        context.measurement(),
                        context.schedule(),
                        context.reporter());
        return new Traffic() {
            @Override
            public void run() {
                overload.run();
            }

            @Override
            public List<Finding> findings() {
                return overload.findings();
            }
        };
    }

    private static RequestSource posts(ProfileContext context) {
        AtomicLong next = new AtomicLong();
        URI gateway = context.plan().gateway();
        return () -> {
            long number = next.incrementAndGet();
            return RequestToSend.of(
                    gateway,
                    "POST",
                    "/api/v1/posts",
                    context.testUsers().user(number).bearer(),
                    "load-" + context.plan().run() + "-" + number,
                    Requests.text(Requests.post(number)),
                    201);
        };
    }

    /** To auth's instances in turn, as in the profile without overload. */
    private static RequestSource tokens(ProfileContext context) {
        AtomicLong next = new AtomicLong();
        List<URI> targets = context.plan().addresses("auth");
        return () -> {
            long number = next.getAndIncrement();
            return RequestToSend.of(
                    targets.get((int) (number % targets.size())),
                    "GET",
                    "/api/v1/auth/verify-user",
                    context.testUsers().user(number).bearer(),
                    null,
                    null,
                    200);
        };
    }

    /** Every ordered pair of users once. */
    private static final class Follows implements RequestSource {

        private final URI gateway;
        private final TestUsers testUsers;
        private final AtomicLong next = new AtomicLong();

        Follows(URI gateway, TestUsers testUsers) {
            this.gateway = gateway;
            this.testUsers = testUsers;
        }

        @Override
        public RequestToSend get() {
            int size = testUsers.createdUsers().size();
            long number = next.getAndIncrement();
            TestUser followee = testUsers.user(FollowProfile.Pairs.followee(number, size));
            return RequestToSend.of(
                    gateway,
                    "PUT",
                    "/api/v1/users/" + followee.id() + "/follow",
                    testUsers.user(number).bearer(),
                    null,
                    null,
                    200);
        }

        @Override
        public long remaining() {
            long size = testUsers.createdUsers().size();
            return size * (size - 1) - next.get();
        }
    }
}
