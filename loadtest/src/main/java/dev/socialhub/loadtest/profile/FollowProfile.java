package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;

import dev.socialhub.loadtest.http.OperationSteps;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.users.TestUsers;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Users follow each other. Every request is of a pair without a follow, so each of them changes
 * rows, commits once and sends an event.
 */
final class FollowProfile implements RunnableProfile {

    private static final String FOLLOW = "follow";
    private static final String FOLLOWEE = "followee";

    @Override
    public String name() {
        return "follow";
    }

    @Override
    public Map<String, Double> operations() {
        return Map.of(FOLLOW, 1.0);
    }

    /** The smallest number of users that has as many pairs as there are operations. */
    @Override
    public int minUsers(Plan plan) {
        return (int) Math.ceil(0.5 + Math.sqrt(0.25 + plan.offeredTotal()));
    }

    @Override
    public Traffic prepare(ProfileContext context) {
        Pairs pairs = new Pairs(context.testUsers());
        return context.http(steps -> exec(pairs::next).exec(follow(steps)))::run;
    }

    private static ChainBuilder follow(OperationSteps steps) {
        return steps.operation(
                FOLLOW,
                http -> Requests.authenticated(http.put("/api/v1/users/#{followee}/follow")),
                200);
    }

    /** Every ordered pair of users once; neighbours in time never share a user's row. */
    static final class Pairs {

        private final TestUsers testUsers;
        private final AtomicLong next = new AtomicLong();

        Pairs(TestUsers testUsers) {
            this.testUsers = testUsers;
        }

        Session next(Session session) {
            int size = testUsers.createdUsers().size();
            long number = next.getAndIncrement();
            return session.set(Requests.CALLER, testUsers.user(number))
                    .set(FOLLOWEE, testUsers.user(followee(number, size)).id());
        }

        /** The user that the follower of this number follows: each round goes one user further. */
        static long followee(long number, int size) {
            return (number + 1 + number / size) % size;
        }
    }
}
