package dev.socialhub.cli.load.result;

import static dev.socialhub.cli.load.result.Runs.follows;
import static dev.socialhub.cli.load.result.Runs.measured;
import static dev.socialhub.cli.load.result.Runs.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.ProbeOutcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuildLoadRunTest {
    private static final Map<String, Double> GOAL = Map.of("budget_ratio", 0.4);
    private static final List<Outcome.Finding> NONE = List.of();

    @Test
    void cpuOfAllInstancesIsDividedByTheRequests() {
        LoadRun run = Runs.run("a", GOAL, outcome(NONE, follows()), measured(0.8, 2));
        OperationResult follow = run.operations().getFirst();
        assertThat(follow.cpuMicros()).isEqualTo(800);
        // At 1,000 operations a second, two cores provide 2,000 microseconds for each.
        assertThat(follow.budgetRatio()).isEqualTo(0.4);
        assertThat(follow.achievedPerSecond()).isEqualTo(100);
        assertThat(run.verdict()).isEqualTo(GoalVerdict.met);
        assertThat(run.reasons()).isEmpty();
        assertThat(run.generator().cores()).isEqualTo(0.2);
    }

    @Test
    void aGoalThatIsNotReachedIsMissedAndNamed() {
        LoadRun run = Runs.run("a", GOAL, outcome(NONE, follows()), measured(0.9, 2));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.missed);
        assertThat(run.reasons())
                .containsExactly("follow: budget ratio is 0.450, the goal is at most 0.4");
    }

    @Test
    void anyFailureMakesTheRunInvalid() {
        LoadRun run =
                Runs.run("a", GOAL, outcome(NONE, follows(1000, 999, 1, 9)), measured(0.1, 2));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.invalid);
        assertThat(run.reasons()).containsExactly("follow: 1 of 1000 requests failed (503 ×1)");
    }

    @Test
    void lessThan98PercentMakeTheRunInvalid() {
        LoadRun enough =
                Runs.run("a", GOAL, outcome(NONE, follows(1000, 980, 0, 9)), measured(0.1, 2));
        LoadRun slow =
                Runs.run("a", GOAL, outcome(NONE, follows(1000, 979, 0, 9)), measured(0.1, 2));
        LoadRun idle =
                Runs.run("a", GOAL, outcome(NONE, follows(970, 970, 0, 9)), measured(0.1, 2));
        assertThat(enough.verdict()).isEqualTo(GoalVerdict.met);
        assertThat(slow.reasons()).containsExactly("follow: achieved 97.9/s of 100.0/s offered");
        assertThat(idle.reasons())
                .containsExactly(
                        "follow: the generator started only 97.0 % of the planned requests");
    }

    @Test
    void refusalsAndFailuresUnderOverloadAreJudged() {
        Map<String, Double> goal = Map.of("goodput_loss", 0.1, "failures", 0.0);
        Outcome.Finding loss = new Outcome.Finding("goodput_loss", 0.05, 0.1, "of 50/s");
        LoadRun refused =
                Runs.run(
                        "a",
                        goal,
                        outcome(
                                List.of(loss, new Outcome.Finding("failures", 0, 0, "requests")),
                                follows(1000, 475, 0, 9)),
                        measured(0.1, 2));
        assertThat(refused.verdict()).isEqualTo(GoalVerdict.met);
        LoadRun failed =
                Runs.run(
                        "a",
                        goal,
                        outcome(
                                List.of(loss, new Outcome.Finding("failures", 7, 0, "requests")),
                                follows(1000, 475, 7, 9)),
                        measured(0.1, 2));
        assertThat(failed.verdict()).isEqualTo(GoalVerdict.missed);
        assertThat(failed.reasons()).containsExactly("failures: 7 requests, and 0 are allowed");
    }

    @Test
    void overloadThatWasNotOfferedMakesTheRunInvalid() {
        Map<String, Double> goal = Map.of("failures", 0.0);
        LoadRun run = Runs.run("a", goal, outcome(NONE, follows(970, 475, 0, 9)), measured(0.1, 2));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.invalid);
        assertThat(run.reasons())
                .containsExactly(
                        "follow: the generator started only 97.0 % of the planned requests");
    }

    @Test
    void aGeneratorThatUsesAllCoresMakesTheRunInvalid() {
        LoadRun run = Runs.run("a", GOAL, outcome(NONE, follows()), measured(0.1, 18));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.invalid);
        assertThat(run.reasons())
                .containsExactly("the generator used 1.8 of 2 cores, so it was the bottleneck");
    }

    @Test
    void aLateGeneratorMakesTheRunInvalid() {
        Outcome outcome = outcome(NONE, follows());
        Outcome late =
                new Outcome(
                        outcome.version(),
                        outcome.run(),
                        outcome.profile(),
                        outcome.began(),
                        outcome.ended(),
                        outcome.seconds(),
                        outcome.operations(),
                        outcome.findings(),
                        outcome.postponed(),
                        outcome.refused(),
                        new Outcome.GeneratorUsage(2, 1000, 501));
        LoadRun run = Runs.run("a", GOAL, late, measured(0.1, 2));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.invalid);
        assertThat(run.reasons())
                .containsExactly(
                        "operations began 501 ms late (p99): the generator had too little CPU");
    }

    @Test
    void anotherProcessOfTheSameNameMakesItInvalid() {
        LoadRun run = Runs.run("a", GOAL, outcome(NONE, follows()), measured(0.1, 2, "users"));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.invalid);
        assertThat(run.reasons()).containsExactly("users was restarted");
    }

    @Test
    void findingsAreJudgedToo() {
        List<Outcome.Finding> lost = List.of(new Outcome.Finding("lost", 3, 0, "notifications"));
        LoadRun run = Runs.run("a", GOAL, outcome(lost, follows()), measured(0.1, 2));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.missed);
        assertThat(run.reasons()).containsExactly("lost: 3 notifications, and 0 are allowed");
    }

    @Test
    void goalsThatCannotBeJudgedAreReportedAndNotMet() {
        Map<String, Double> goal = Map.of("efficiency", 0.9, "unseen", 0.0);
        LoadRun run = Runs.run("a", goal, outcome(NONE, follows()), measured(0.1, 2));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.unjudged);
        assertThat(run.warnings())
                .containsExactly(
                        "follow: efficiency wasn't judged: its lowest possible cost wasn't"
                                + " measured",
                        "unseen wasn't judged: the generator didn't report it");
    }

    @Test
    void theFloorIsWhatItsProbesCostTogether() {
        Map<String, Double> goal = Map.of("efficiency", 0.2, "times_floor", 4.0);
        LoadRun run = calibrated(goal, probe("request", 40.0), probe("follow-sql", 160.0));
        OperationResult follow = run.operations().getFirst();
        assertThat(follow.cpuMicros()).isEqualTo(800);
        assertThat(follow.floorMicros()).isEqualTo(200);
        assertThat(follow.efficiency()).isEqualTo(0.25);
        assertThat(run.verdict()).isEqualTo(GoalVerdict.met);
        assertThat(run.warnings()).isEmpty();
        assertThat(run.probes()).hasSize(2);
    }

    @Test
    void efficiencyIsAtLeastAndTimesTheFloorAtMost() {
        ProbeOutcome.Figure[] probes = {probe("request", 40.0), probe("follow-sql", 160.0)};
        assertThat(calibrated(Map.of("efficiency", 0.3), probes).reasons())
                .containsExactly("follow: efficiency is 0.250, the goal is at least 0.3");
        assertThat(calibrated(Map.of("times_floor", 3.9), probes).reasons())
                .containsExactly("follow: times floor is 4, the goal is at most 3.9");
    }

    @Test
    void aFloorThatLacksAProbeIsNone() {
        Map<String, Double> goal = Map.of("efficiency", 0.2);
        LoadRun skipped = calibrated(goal, probe("request", 40.0), probe("follow-sql", null));
        assertThat(skipped.operations().getFirst().floorMicros()).isNull();
        assertThat(skipped.operations().getFirst().efficiency()).isNull();
        assertThat(skipped.verdict()).isEqualTo(GoalVerdict.unjudged);
        assertThat(skipped.warnings())
                .containsExactly(
                        "follow: efficiency wasn't judged: follow-sql was skipped: it isn't"
                                + " installed");
        LoadRun missing = calibrated(goal, probe("request", 40.0));
        assertThat(missing.operations().getFirst().efficiency()).isNull();
    }

    private static LoadRun calibrated(Map<String, Double> goal, ProbeOutcome.Figure... probes) {
        return Runs.made(goal, Map.of())
                .of("a", outcome(NONE, follows()), measured(0.8, 2), List.of(probes));
    }

    private static ProbeOutcome.Figure probe(String name, @Nullable Double micros) {
        return new ProbeOutcome.Figure(
                name,
                micros == null ? 0 : 1000,
                micros == null ? null : (Double) 100.0,
                micros,
                null,
                micros == null ? "it isn't installed" : null);
    }

    @Test
    void aRunWithoutOperationsIsInvalid() {
        LoadRun run = Runs.run("a", GOAL, outcome(NONE), measured(0.1, 2));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.invalid);
        assertThat(run.reasons()).containsExactly("nothing was measured");
    }

    @Test
    void cpuOfOthersIsThatOfNoMeasuredProcess() {
        LoadRun run = Runs.run("a", GOAL, outcome(NONE, follows()), measured(0.8, 2));
        assertThat(run.machine().othersCores()).isCloseTo(0, within(1e-9));
        assertThat(run.warnings()).isEmpty();
    }
}
