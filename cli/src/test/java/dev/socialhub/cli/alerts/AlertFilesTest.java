package dev.socialhub.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.AllCommands;
import dev.socialhub.cli.observability.Kit;
import dev.socialhub.cli.observability.KitFile;
import dev.socialhub.cli.observability.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Alerts, their tests and their runbooks belong together. */
class AlertFilesTest {
    private static final Kit KIT = new Kit(Path.of("..", "observability"));
    private static final RuleTests TESTS = RuleTests.read(KIT.ruleTests());
    private static final CommandLine COMMANDS = AllCommands.tree();
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^(socialhubctl .*)$|`(socialhubctl [^`]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([\\w-]+\\.md)\\)");
    private static final Pattern ALERT = Pattern.compile("`([A-Z]\\w+)`");

    static Stream<Rule> alerts() {
        return Rule.read(KIT.rules()).stream().filter(Rule::isAlert);
    }

    static Stream<Path> runbooks() {
        return KIT.runbooks().stream();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertHasASeverityAndARunbook(Rule alert) {
        assertThat(alert.severity()).isIn("page", "ticket");
        assertThat(alert.summary()).isNotBlank();
        assertThat(KIT.runbook(alert.runbook())).isRegularFile();
        assertThat(uids()).contains(alert.dashboard());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertFiresInOneTestAndStaysSilentInAnother(Rule alert) {
        assertThat(TESTS.firing()).containsKey(alert.name());
        assertThat(TESTS.silent()).containsKey(alert.name());
    }

    @Test
    void alertNamesAreUnique() {
        assertThat(alerts().map(Rule::name)).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void everyRecordedSeriesIsEvaluatedInATest() {
        List<String> recorded =
                Rule.read(KIT.rules()).stream()
                        .filter(rule -> !rule.isAlert())
                        .map(Rule::name)
                        .toList();
        assertThat(TESTS.evaluated()).containsAll(recorded).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void aRunbookNamesItsAlerts(Path runbook) throws IOException {
        Set<String> leading =
                alerts().filter(alert -> alert.runbook().equals(name(runbook)))
                        .map(Rule::name)
                        .collect(Collectors.toSet());
        String head = Files.readAllLines(runbook).get(2);
        Set<String> named =
                ALERT.matcher(head)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
        assertThat(named).isNotEmpty().isEqualTo(leading);
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void aRunbookHasAllSections(Path runbook) throws IOException {
        assertThat(Files.readString(runbook))
                .contains("**Meaning:**", "**Impact:**")
                .containsSubsequence("## Diagnose", "## Fix", "## Afterwards");
        LINK.matcher(Files.readString(runbook))
                .results()
                .forEach(link -> assertThat(KIT.runbook(link.group(1))).isRegularFile());
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void theCommandsOfARunbookExist(Path runbook) throws IOException {
        List<String> commands =
                COMMAND.matcher(Files.readString(runbook))
                        .results()
                        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                        .toList();
        assertThat(commands).isNotEmpty();
        for (String command : commands) {
            List<String> words = new ArrayList<>(List.of(command.split(" +", -1)));
            words.removeFirst();
            CommandLine.ParseResult parsed = COMMANDS.parseArgs(words.toArray(String[]::new));
            assertThat(parsed.errors()).as(command).isEmpty();
            assertThat(parsed.asCommandLineList().getLast().getSubcommands())
                    .as("%s is a whole command", command)
                    .isEmpty();
        }
    }

    private static Set<String> uids() {
        Set<String> uids = new HashSet<>();
        for (Path file : KIT.dashboards()) {
            JsonNode dashboard = KitFile.read(file);
            uids.add(dashboard.path("uid").asText());
        }
        return uids;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
