package dev.socialhub.loadtest.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.loadtest.calibration.Probes;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.probe.Probe;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The targets, the profiles and the documentation of both agree. */
class TargetsTest {

    private static final Set<String> SERVICES =
            PlatformManifest.packaged().services().stream()
                    .map(ServiceEntry::name)
                    .collect(Collectors.toSet());
    private static final Set<String> JUDGED_BY_THE_TOOL =
            Set.of("budget_ratio", "cpu_micros", "p99_millis", "efficiency", "times_floor");

    private final List<Map<String, Object>> targets = list("profiles");
    private final List<Map<String, Object>> probes = list("probes");

    @Test
    void nameEveryProfileAndNoOther() {
        assertThat(targets.stream().map(one -> text(one, "profile")))
                .containsExactlyElementsOf(
                        RunnableProfiles.all().stream().map(RunnableProfile::name).toList());
    }

    @Test
    void nameEveryOperationAndWhoDoesIt() {
        for (Map<String, Object> one : targets) {
            RunnableProfile profile = RunnableProfiles.named(text(one, "profile")).orElseThrow();
            List<Map<String, Object>> operations = entries(one.get("operations"));
            Set<String> named = new LinkedHashSet<>();
            operations.forEach(operation -> named.add(text(operation, "operation")));
            assertThat(named).isEqualTo(profile.operations().keySet());
            assertThat(operations).extracting(each -> text(each, "service")).isSubsetOf(SERVICES);
            assertThat(operations)
                    .as("something to divide CPU by")
                    .anyMatch(each -> Boolean.TRUE.equals(each.get("counted")));
        }
    }

    @Test
    void areJudgedByTheToolOrByFindings() {
        Set<String> findings =
                Set.of(
                        "page_50_over_page_1",
                        "unreadable",
                        "visible_p99",
                        "visible_p50",
                        "unseen",
                        "lost",
                        "doubled",
                        "delivered_p99",
                        "goodput_loss",
                        "admitted_p99",
                        "refused_p99",
                        "failures",
                        "recovery_seconds");
        for (Map<String, Object> one : targets) {
            Map<String, Object> goal = map(one.get("goal"));
            assertThat(goal).as(text(one, "profile")).isNotEmpty();
            assertThat(goal.keySet())
                    .allMatch(key -> JUDGED_BY_THE_TOOL.contains(key) || findings.contains(key));
            if (goal.containsKey("budget_ratio")) {
                assertThat(map(one.get("target")).get("rate")).as("a budget").isNotNull();
            }
        }
    }

    @Test
    void offerLoadThatTheProfileAccepts() {
        for (Map<String, Object> one : targets) {
            RunnableProfile profile = RunnableProfiles.named(text(one, "profile")).orElseThrow();
            Map<String, Object> load = map(one.get("load"));
            int users = Integer.parseInt(text(load, "people"));
            Plan plan =
                    new Plan(
                            "run",
                            profile.name(),
                            URI.create("http://127.0.0.1"),
                            Map.of(),
                            Map.of(),
                            Double.parseDouble(text(load, "rate")),
                            seconds(load, "warm_up"),
                            seconds(load, "duration"),
                            users,
                            Path.of("folder"),
                            false);
            assertThat(users).isGreaterThanOrEqualTo(profile.minUsers(plan));
        }
    }

    @Test
    void nameEveryProbeAndBuildFloorsOfNoOther() {
        List<String> names = probes.stream().map(one -> text(one, "probe")).toList();
        assertThat(names)
                .containsExactlyElementsOf(Probes.all().stream().map(Probe::name).toList());
        for (Map<String, Object> one : targets) {
            for (Map<String, Object> operation : entries(one.get("operations"))) {
                Object floor = operation.getOrDefault("floor", List.of());
                assertThat(names.containsAll((List<?>) floor)).as("%s", floor).isTrue();
            }
            Map<String, Object> goal = map(one.get("goal"));
            if (goal.containsKey("efficiency") || goal.containsKey("times_floor")) {
                assertThat(entries(one.get("operations")))
                        .allMatch(operation -> operation.containsKey("floor"));
            }
        }
    }

    @Test
    void matchTheReadMe() throws IOException {
        String readMe = Files.readString(Path.of("README.md"));
        assertThat(readMe).contains(table());
        assertThat(readMe)
                .contains(
                        probes.stream()
                                .map(one ->
                                        "| `%s` | %s |"
                                                .formatted(one.get("probe"), one.get("says")))
                                .collect(Collectors.joining("\n", "", "\n")));
    }

    private String table() {
        return targets.stream()
                .map(TargetsTest::row)
                .collect(
                        Collectors.joining(
                                "\n",
                                "| profile | what happens | promised | judged by | offered |\n"
                                        + "|---|---|---|---|---|\n",
                                "\n"));
    }

    private static String row(Map<String, Object> one) {
        Map<String, Object> load = map(one.get("load"));
        return "| `%s` | %s | %s | %s | %s/s by %s users |"
                .formatted(
                        one.get("profile"),
                        one.get("says"),
                        promised(one.get("target")),
                        map(one.get("goal")).entrySet().stream()
                                .map(goal -> goal.getKey() + " ≤ " + goal.getValue())
                                .collect(Collectors.joining(", "))
                                .replace("efficiency ≤", "efficiency ≥"),
                        load.get("rate"),
                        load.get("people"));
    }

    private static String promised(@Nullable Object target) {
        if (target == null) {
            return "–";
        }
        Map<String, Object> promise = map(target);
        String within = "%s ms".formatted(promise.get("millis"));
        return promise.get("rate") == null ? within : promise.get("rate") + "/s, " + within;
    }

    private static int seconds(Map<String, Object> load, String key) {
        return Integer.parseInt(text(load, key).replaceFirst("s$", ""));
    }

    private static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(@Nullable Object value) {
        return (List<Map<String, Object>>) Objects.requireNonNull(value);
    }

    private static List<Map<String, Object>> list(String key) {
        try {
            Map<String, Object> all = new Yaml().load(Files.readString(Path.of("targets.yml")));
            return entries(all.get(key));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
