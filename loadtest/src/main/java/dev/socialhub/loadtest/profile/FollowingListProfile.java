package dev.socialhub.loadtest.profile;

import static io.gatling.javaapi.core.CoreDsl.exec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.format.Outcome.Millis;
import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.http.OperationSteps;
import dev.socialhub.loadtest.measure.Rounding;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.run.RunRefused;
import dev.socialhub.loadtest.users.TestUser;
import io.gatling.javaapi.core.ChainBuilder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests pages of the users that a user with a thousand followees follows: as often the first
 * page of the list as the fiftieth, which must not cost more.
 */
final class FollowingListProfile implements RunnableProfile {

    private static final String FIRST_PAGE_OPERATION = "following-page-1";
    private static final String FAR_PAGE_OPERATION = "following-page-50";
    private static final int FAR_PAGE = 50;
    private static final int PAGE = 20;
    private static final int FOLLOWS = FAR_PAGE * PAGE;
    private static final double MAX_SLOWDOWN = 1.5;

    @Override
    public String name() {
        return "following-list";
    }

    @Override
    public Map<String, Double> operations() {
        Map<String, Double> halves = new LinkedHashMap<>();
        halves.put(FIRST_PAGE_OPERATION, 0.5);
        halves.put(FAR_PAGE_OPERATION, 0.5);
        return halves;
    }

    @Override
    public int minUsers(Plan plan) {
        return FOLLOWS + 1;
    }

    @Override
    public Traffic prepare(ProfileContext context) throws IOException {
        List<TestUser> users = context.testUsers().createdUsers();
        TestUser follower = users.getFirst();
        new TestData(context)
                .follow(
                        users.subList(1, FOLLOWS + 1).stream()
                                .map(one -> new TestData.Follow(follower, one))
                                .toList());
        String list = "/api/v1/users/" + follower.id() + "/following?limit=" + PAGE;
        String farList = list + "&cursor=" + farPageCursor(context, list, follower);
        CallerTurns readers = new CallerTurns(context.testUsers());
        MixedOperations pages =
                new MixedOperations(List.of(FIRST_PAGE_OPERATION, FAR_PAGE_OPERATION));
        return new Traffic() {
            @Override
            public void run() {
                context.http(steps ->
                                exec(readers::next)
                                        .exec(
                                                pages.each(
                                                        Map.of(
                                                                FIRST_PAGE_OPERATION,
                                                                page(
                                                                        steps,
                                                                        FIRST_PAGE_OPERATION,
                                                                        list),
                                                                FAR_PAGE_OPERATION,
                                                                page(
                                                                        steps,
                                                                        FAR_PAGE_OPERATION,
                                                                        farList)))))
                        .run();
            }

            @Override
            public List<Finding> findings() {
                return slowdown(context);
            }
        };
    }

    private static ChainBuilder page(OperationSteps steps, String operation, String path) {
        return steps.operation(operation, http -> Requests.authenticated(http.get(path)), 200);
    }

    private static String farPageCursor(ProfileContext context, String list, TestUser reader)
            throws IOException {
        String cursor = "";
        for (int page = 1; page < FAR_PAGE; page++) {
            JsonNode shown =
                    TestData.requireStatus(
                                    200,
                                    "a page of follows",
                                    context.gateway()
                                            .sendUntilServed(
                                                    "GET",
                                                    cursor.isEmpty()
                                                            ? list
                                                            : list + "&cursor=" + cursor,
                                                    reader.token(),
                                                    null))
                            .json();
            cursor = shown.path("nextCursor").asText("");
            if (shown.path("items").size() != PAGE || cursor.isEmpty()) {
                throw new RunRefused("the list of follows ends before page " + (page + 1));
            }
        }
        return cursor;
    }

    private static List<Finding> slowdown(ProfileContext context) {
        double first = median(context, FIRST_PAGE_OPERATION).orElse(0.0);
        return median(context, FAR_PAGE_OPERATION).filter(_ -> first > 0).stream()
                .map(far ->
                        new Finding(
                                "page_50_over_page_1",
                                Rounding.toThousandths(far / first),
                                MAX_SLOWDOWN,
                                "times as long (medians)"))
                .toList();
    }

    private static Optional<Double> median(ProfileContext context, String operation) {
        return context.measurement()
                .journal(Phase.MEASURING)
                .of(operation)
                .millis()
                .map(Millis::p50);
    }
}
