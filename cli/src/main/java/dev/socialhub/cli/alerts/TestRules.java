package dev.socialhub.cli.alerts;

import dev.socialhub.cli.alerts.Promtool.Outcome;
import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.check.ShellText;
import dev.socialhub.cli.observability.Expression;
import dev.socialhub.cli.observability.Kit;
import dev.socialhub.cli.observability.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs the tests of all rules: a line for each alert, and one for what is recorded. */
final class TestRules {
    private final Kit kit;
    private final Promtool promtool;

    TestRules(Kit kit, Promtool promtool) {
        this.kit = kit;
        this.promtool = promtool;
    }

    List<CheckResult> run() {
        List<CheckResult> results = new ArrayList<>();
        long begin = System.nanoTime();
        String malformed = promtool.check(kit.rules());
        if (!malformed.isEmpty()) {
            results.add(
                    result(
                            "rules",
                            Finding.fail(malformed, "correct the rule file"),
                            since(begin)));
            return results;
        }
        Map<Path, Outcome> outcomes = new LinkedHashMap<>();
        kit.ruleTests().forEach(file -> outcomes.put(file, promtool.test(file)));
        outcomes.forEach((file, outcome) -> {
            if (!outcome.trouble().isEmpty()) {
                Finding finding = Finding.fail(outcome.trouble(), testCommand(file));
                results.add(result(String.valueOf(file.getFileName()), finding, Duration.ZERO));
            }
        });
        List<Rule> rules = Rule.read(kit.rules());
        RuleTests tests = RuleTests.read(kit.ruleTests());
        for (Rule rule : rules) {
            if (rule.isAlert()) {
                results.add(result(rule.name(), alert(rule, tests, outcomes), Duration.ZERO));
            }
        }
        results.add(result("recorded series", recorded(rules, tests, outcomes), since(begin)));
        return results;
    }

    private Finding alert(Rule rule, RuleTests tests, Map<Path, Outcome> outcomes) {
        for (Map.Entry<Path, Outcome> outcome : outcomes.entrySet()) {
            String time = outcome.getValue().failures().get(rule.name());
            if (time != null) {
                return Finding.fail(
                        "isn't as expected %s after the start of its test".formatted(time),
                        testCommand(outcome.getKey()));
            }
        }
        int firing = tests.firing().getOrDefault(rule.name(), 0);
        int silent = tests.silent().getOrDefault(rule.name(), 0);
        if (firing == 0 || silent == 0) {
            return Finding.fail(
                    firing == 0 ? "it fires in no test" : "it stays silent in no test",
                    "add one to observability/prometheus/tests");
        }
        if (rule.runbook().isEmpty() || !Files.exists(kit.runbook(rule.runbook()))) {
            return Finding.fail(
                    "has no runbook", "write one, and name it in the annotation `runbook`");
        }
        return Finding.ok("fires, stays silent");
    }

    private Finding recorded(List<Rule> rules, RuleTests tests, Map<Path, Outcome> outcomes) {
        List<String> recorded =
                rules.stream().filter(rule -> !rule.isAlert()).map(Rule::name).toList();
        for (Map.Entry<Path, Outcome> outcome : outcomes.entrySet()) {
            Optional<String> wrong =
                    outcome.getValue().failures().keySet().stream()
                            .flatMap(failed -> new Expression(failed).metrics().stream())
                            .filter(recorded::contains)
                            .findFirst();
            if (wrong.isPresent()) {
                return Finding.fail(
                        wrong.get() + " isn't as expected", testCommand(outcome.getKey()));
            }
        }
        String untested =
                recorded.stream()
                        .filter(name -> !tests.evaluated().contains(name))
                        .collect(Collectors.joining(", "));
        return untested.isEmpty()
                ? Finding.ok(recorded.size() + " are as expected")
                : Finding.fail(
                        "no test evaluates " + untested,
                        "add one to observability/prometheus/tests");
    }

    private String testCommand(Path file) {
        return promtool.testCommand(file).stream()
                .map(word -> ShellText.word(Path.of(word)))
                .collect(Collectors.joining(" "));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static CheckResult result(String name, Finding finding, Duration taken) {
        return CheckResult.of(name, finding, taken);
    }
}
