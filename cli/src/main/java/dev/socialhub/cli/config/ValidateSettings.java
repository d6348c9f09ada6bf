package dev.socialhub.cli.config;

import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.check.Finding.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks the operator's variables for wrong values, misspelt names and names that {@code up} sets
 * itself. Pure over what is declared.
 *
 * @param declared the settings of each service
 * @param computed variables that {@code up} sets itself, whatever the environment says
 * @param known further names that are known
 */
record ValidateSettings(
        Map<String, List<DeclaredSetting>> declared, Set<String> computed, Set<String> known) {
    private static final String JAVA_OPTIONS = "JAVA_OPTS_";

    /** Shells set it, some of them to the machine's name. */
    private static final String SHARED = "HOST";

    ValidateSettings {
        declared = new TreeMap<>(declared);
        computed = Set.copyOf(computed);
        known = Set.copyOf(known);
    }

    /**
     * A line for each variable with a problem, and one for each kind of problem that doesn't occur.
     */
    List<CheckResult> of(Map<String, String> environment) {
        List<CheckResult> results = new ArrayList<>();
        results.addAll(orOk("values", "all have the expected type", values(environment)));
        results.addAll(orOk("names", "none looks misspelt", names(environment)));
        results.addAll(orOk("computed", "none that `up` sets itself", overridden(environment)));
        return results;
    }

    private List<CheckResult> values(Map<String, String> environment) {
        Map<String, CheckResult> wrong = new TreeMap<>();
        declared.forEach((service, settings) -> {
            for (DeclaredSetting one : settings) {
                String value = environment.get(one.name());
                if (value == null || computed.contains(one.name())) {
                    continue;
                }
                ValueKind.of(one.byDefault())
                        .filter(kind -> !kind.accepts(value))
                        .ifPresent(kind ->
                                wrong.putIfAbsent(
                                        one.name(),
                                        result(
                                                one.name(),
                                                Finding.fail(
                                                        "is '%s', which is invalid for %s"
                                                                .formatted(
                                                                        SecretSettings.masked(
                                                                                one.name(), value),
                                                                        service),
                                                        "set it to "
                                                                + kind.expected()
                                                                + ", or unset it"))));
            }
        });
        return List.copyOf(wrong.values());
    }

    private List<CheckResult> names(Map<String, String> environment) {
        Set<String> all = new HashSet<>(known);
        declared.values().forEach(list -> list.forEach(one -> all.add(one.name())));
        all.addAll(computed);
        List<CheckResult> warnings = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(JAVA_OPTIONS) && !all.contains(name)) {
                warnings.add(
                        result(
                                name,
                                Finding.warn(
                                        "belongs to no service",
                                        "choose from " + String.join(", ", javaOptions(all)))));
            } else {
                NameSuggestion.of(name, all)
                        .ifPresent(suggestion ->
                                warnings.add(
                                        result(
                                                name,
                                                Finding.warn(
                                                        "is not a known setting",
                                                        "set %s instead, if you meant that"
                                                                .formatted(suggestion)))));
            }
        }
        return warnings;
    }

    private List<CheckResult> overridden(Map<String, String> environment) {
        return new TreeSet<>(environment.keySet())
                .stream()
                        .filter(computed::contains)
                        .filter(name -> !name.equals(SHARED))
                        .map(name ->
                                result(
                                        name,
                                        Finding.warn(
                                                "has no effect: `up` sets it for each service",
                                                "unset " + name)))
                        .toList();
    }

    private static List<String> javaOptions(Collection<String> names) {
        return names.stream().filter(name -> name.startsWith(JAVA_OPTIONS)).sorted().toList();
    }

    private static List<CheckResult> orOk(String name, String okText, List<CheckResult> found) {
        return found.isEmpty()
                ? List.of(result(name, new Finding(Status.ok, okText, null)))
                : found;
    }

    static CheckResult result(String name, Finding finding) {
        return CheckResult.of(name, finding, Duration.ZERO);
    }
}
