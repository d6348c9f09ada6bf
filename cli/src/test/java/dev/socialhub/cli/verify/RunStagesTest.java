package dev.socialhub.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.check.Finding.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStagesTest {
    private final RunStages runs = new RunStages();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whatNeedsAFailedCheckIsSkippedAndNamesTheCauseAlone() {
        runs.run(stage(1, false, fails("posts"), works("users")));
        List<CheckResult> results =
                runs.run(
                        stage(
                                2,
                                false,
                                works("posts-ready", "posts"),
                                works("users-ready", "users"),
                                works("schema-posts", "posts-ready")));
        assertThat(results)
                .extracting(CheckResult::name, CheckResult::status, CheckResult::found)
                .containsExactly(
                        tuple("posts-ready", Status.skip, "skipped: posts failed"),
                        tuple("users-ready", Status.ok, "works"),
                        tuple("schema-posts", Status.skip, "skipped: posts failed"));
        assertThat(order).doesNotContain("posts-ready", "schema-posts");
    }

    @Test
    void aCheckWaitsForThoseItNeedsInTheSameStage() {
        runs.run(
                stage(
                        1,
                        false,
                        works("third", "second"),
                        works("second", "first"),
                        works("first")));
        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    void whatNeedsSomethingThatWasNotAskedForIsDone() {
        assertThat(runs.run(stage(3, false, works("topics", "kafka-answers"))))
                .extracting(CheckResult::status)
                .containsExactly(Status.ok);
    }

    @Test
    void aStageIsSkippedInOneLineAfterAFailure() {
        runs.run(stage(1, false, fails("kafka"), works("redis")));
        assertThat(runs.run(stage(4, true, works("sign-up"), works("login", "sign-up"))))
                .extracting(CheckResult::name, CheckResult::found)
                .containsExactly(tuple("stage-4", "skipped: kafka failed"));
        assertThat(order).doesNotContain("sign-up");
    }

    @Test
    void finalStepsRunAfterAnyResult() {
        Step cleanUp = Step.finallyAfter("clean-up", () -> done("clean-up"), "unfollow");
        List<CheckResult> results =
                runs.run(stage(4, true, fails("sign-up"), works("unfollow", "sign-up"), cleanUp));
        assertThat(results)
                .extracting(CheckResult::status)
                .containsExactly(Status.fail, Status.skip, Status.ok);
        assertThat(order).containsExactly("sign-up", "clean-up");
    }

    private static VerifyStage stage(int number, boolean wholly, Step... steps) {
        return new VerifyStage(
                number,
                "stage-" + number,
                "a stage",
                Duration.ofSeconds(10),
                wholly,
                List.of(steps));
    }

    private Step works(String name, String... needs) {
        return Step.of(name, () -> done(name), needs);
    }

    private Step fails(String name) {
        return Step.of(
                name,
                () -> {
                    order.add(name);
                    return Finding.fail("broken", "mend it");
                });
    }

    private Finding done(String name) {
        order.add(name);
        return Finding.ok("works");
    }
}
