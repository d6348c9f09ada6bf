package dev.socialhub.cli.verify;

import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.CheckRunner;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.check.Finding.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs one stage after another. Within a stage checks run at the same time as soon as the checks
 * they need are done; checks that need a failed one are skipped, so that one fault is reported
 * once.
 */
final class RunStages {
    private static final String FIX_IF_SLOW = "socialhubctl status, then socialhubctl logs";

    private final Map<String, CheckResult> known = new HashMap<>();

    /** Results in the order of the steps; a whole stage that is left out is one result. */
    List<CheckResult> run(VerifyStage stage) {
        Optional<String> failed = firstFailure();
        if (stage.wholly() && failed.isPresent()) {
            CheckResult skipped =
                    CheckResult.of(
                            stage.name(), Finding.skip(failed.get() + " failed"), Duration.ZERO);
            return List.of(skipped);
        }
        CheckRunner runner = new CheckRunner(stage.limit(), FIX_IF_SLOW);
        List<Step> pending = new ArrayList<>(stage.steps());
        while (!pending.isEmpty()) {
            List<Step> due = due(pending);
            pending.removeAll(due);
            runTogether(due, runner);
        }
        return stage.steps().stream().map(step -> known.get(step.name())).toList();
    }

    private void runTogether(List<Step> due, CheckRunner runner) {
        List<Step> possible = new ArrayList<>();
        for (Step step : due) {
            Optional<String> skipReason = step.always() ? Optional.empty() : skipReason(step);
            skipReason.ifPresentOrElse(
                    why ->
                            known.put(
                                    step.name(),
                                    CheckResult.of(step.name(), Finding.skip(why), Duration.ZERO)),
                    () -> possible.add(step));
        }
        runner.run(possible.stream().map(Step::check).toList())
                .forEach(result -> known.put(result.name(), result));
    }

    private static List<Step> due(List<Step> pending) {
        Set<String> unknown = pending.stream().map(Step::name).collect(Collectors.toSet());
        return pending.stream()
                .filter(step -> step.needs().stream().noneMatch(unknown::contains))
                .toList();
    }

    /** Why a step can't be run; skipped checks that it needs count as well. */
    private Optional<String> skipReason(Step step) {
        for (String need : step.needs()) {
            CheckResult result = known.get(need);
            if (result != null && result.status() == Status.fail) {
                return Optional.of(need + " failed");
            }
            if (result != null && result.status() == Status.skip) {
                return Optional.of(result.found().replaceFirst("^skipped: ", ""));
            }
        }
        return Optional.empty();
    }

    private Optional<String> firstFailure() {
        return known.values().stream()
                .filter(result -> result.status() == Status.fail)
                .map(CheckResult::name)
                .sorted()
                .findFirst();
    }
}
