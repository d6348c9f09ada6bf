package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;

import dev.socialhub.loadtest.http.OperationSteps;
import dev.socialhub.loadtest.http.SessionValues;
import dev.socialhub.loadtest.users.TestUser;
import dev.socialhub.loadtest.users.TestUsers;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a newcomer does: sign up, publish a post, follow the previous newcomer, read and like its
 * own post.
 */
final class JourneyProfile implements RunnableProfile {

    private static final String SIGN_UP = "sign-up";
    private static final String CREATE = "create-post";
    private static final String FOLLOW = "follow";
    private static final String READ = "read-post";
    private static final String LIKE = "like";
    private static final String USERNAME = "username";

    @Override
    public String name() {
        return "journey";
    }

    /** The plan's rate is that of new users; each of them executes all operations. */
    @Override
    public Map<String, Double> operations() {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put(SIGN_UP, 1.0);
        all.put(CREATE, 1.0);
        all.put(FOLLOW, 1.0);
        all.put(READ, 1.0);
        all.put(LIKE, 1.0);
        return all;
    }

    @Override
    public Traffic prepare(ProfileContext context) {
        TestUsers testUsers = context.testUsers();
        CreatePostProfile.Numbers numbers = new CreatePostProfile.Numbers();
        AtomicReference<String> previous = new AtomicReference<>(testUsers.user(0).id());
        return context.http(steps ->
                exec(session -> session.set(USERNAME, testUsers.reserveUsername()))
                        .exec(steps.ifSucceeded(signUp(steps, testUsers)))
                        .exec(
                                steps.ifSucceeded(
                                        exec(session -> addSignedUp(session, testUsers))
                                                .exec(numbers::next)
                                                .exec(
                                                        CreatePostProfile.create(
                                                                steps,
                                                                CREATE,
                                                                context.plan().run()))))
                        .exec(steps.ifSucceeded(followPrevious(steps, previous)))
                        .exec(steps.ifSucceeded(ReadPostProfile.read(steps, READ)))
                        .exec(steps.ifSucceeded(LikeProfile.like(steps, LIKE))))
                ::run;
    }

    private static ChainBuilder signUp(OperationSteps steps, TestUsers testUsers) {
        return steps.operation(
                SIGN_UP,
                http ->
                        http.post("/api/v1/auth/signup")
                                .body(
                                        Requests.json(session ->
                                                testUsers.account(
                                                        SessionValues.text(session, USERNAME))))
                                .check(
                                        jmesPath("user.id").saveAs("id"),
                                        jmesPath("token").saveAs("token")),
                201);
    }

    private static Session addSignedUp(Session session, TestUsers testUsers) {
        TestUser user =
                TestUser.of(
                        SessionValues.text(session, "id"),
                        SessionValues.text(session, USERNAME),
                        SessionValues.text(session, "token"));
        testUsers.addSignedUp(user);
        return session.set(Requests.CALLER, user);
    }

    private static ChainBuilder followPrevious(
            OperationSteps steps, AtomicReference<String> previous) {
        return exec(session ->
                        session.set(
                                "followee", previous.getAndSet(SessionValues.text(session, "id"))))
                .exec(
                        steps.operation(
                                FOLLOW,
                                http ->
                                        Requests.authenticated(
                                                http.put("/api/v1/users/#{followee}/follow")),
                                200));
    }
}
