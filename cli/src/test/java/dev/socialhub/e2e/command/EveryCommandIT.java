package dev.socialhub.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.socialhub.cli.AllCommands;
import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.cli.schema.Schemas;
import dev.socialhub.e2e.PlatformUnderTest;
import dev.socialhub.e2e.command.Row.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Every command in a pipe and on a terminal: that it ends as it promises, that programs get only
 * the result, and that no stack trace is printed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCommandIT {
    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final int COLUMNS = 100;
    private static final String ESCAPE = "\u001b";

    @TempDir static Path folder;

    private final JsonMapper json = new JsonMapper();
    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ExecutorService atOnce = Executors.newFixedThreadPool(2);
    private final ExecutorService inTurn = Executors.newSingleThreadExecutor();
    private final AtomicInteger paths = new AtomicInteger();
    private final Map<Row, Future<List<Run>>> runs = new HashMap<>();

    private enum Place {
        PIPE,
        TERMINAL
    }

    /** The result of a trial. */
    private record Run(Trial trial, Place place, int exitCode, String out, String err) {
        @Override
        public String toString() {
            return "`%s` in a %s ended with %d%n%s%n%s"
                    .formatted(trial.arguments(), place, exitCode, out, err);
        }
    }

    static Stream<Row> rows() {
        return CommandTable.ROWS.stream();
    }

    static Stream<List<String>> nouns() {
        return AllCommands.paths().stream().filter(EveryCommandIT::isNoun);
    }

    @BeforeAll
    void runAll() throws Exception {
        // Independent of earlier tests: there is data to show.
        platform.gateway().signUp();
        assertThat(platform.ctl("outbox", "flush").exitCode()).isZero();
        for (Row row : CommandTable.ROWS) {
            if (row.company() == Company.NOTHING) {
                runs.put(row, inTurn.submit(runsOf(row)));
            }
        }
        inTurn.submit(() -> {}).get();
        for (Row row : CommandTable.ROWS) {
            ExecutorService lane = row.company() == Company.OTHERS ? inTurn : atOnce;
            runs.computeIfAbsent(row, it -> lane.submit(runsOf(it)));
        }
    }

    @AfterAll
    void end() {
        atOnce.shutdownNow();
        inTurn.shutdownNow();
    }

    @Test
    void everyCommandHasARow() {
        List<List<String>> commands =
                AllCommands.paths().stream().filter(path -> !isNoun(path)).toList();
        assertThat(rows().map(Row::path)).containsExactlyInAnyOrderElementsOf(commands);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowTellsOfSuccessWrongUsageAndFailure(Row row) throws ClassNotFoundException {
        assertThat(row.good().isEmpty()).isEqualTo(!row.provenBy().isEmpty());
        if (!row.provenBy().isEmpty()) {
            assertThat(Class.forName(row.provenBy()).getDeclaredMethods()).isNotEmpty();
        }
        assertThat(row.bad()).anyMatch(trial -> trial.exitCode() == 2);
        assertThat(row.bad().stream().anyMatch(trial -> trial.exitCode() != 2))
                .isNotEqualTo(row.unfailing());
        assertThat(Stream.concat(row.good().stream(), row.bad().stream()))
                .allMatch(trial -> trial.isOf(row.path()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void itEndsAsItPromises(Row row) throws Exception {
        assertThat(runsOf(row, Place.PIPE))
                .allSatisfy(run ->
                        assertThat(run.exitCode()).as("%s", run).isEqualTo(run.trial.exitCode()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aPipeGetsPlainTextAndResultsOnly(Row row) throws Exception {
        for (Run run : runsOf(row, Place.PIPE)) {
            assertThat(run.out() + run.err())
                    .as("%s", run)
                    .doesNotContain(ESCAPE)
                    .doesNotContain("\r")
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception in");
            assertThat(run.out()).as("%s", run).doesNotContain("socialhubctl: ");
            if (run.trial.exitCode() == 2) {
                assertThat(run.out()).as("%s", run).isEmpty();
                assertThat(run.err().lines()).as("%s", run).hasSize(1);
                assertThat(run.err()).startsWith("socialhubctl: ");
            } else if (run.trial.exitCode() != 0) {
                assertThat(run.err()).as("%s", run).isNotBlank();
            }
            if (run.trial.arguments().endsWith("-o json")) {
                String command = row.toString();
                assertThat(documents(run))
                        .as("%s", run)
                        .isNotEmpty()
                        .allSatisfy(it -> assertThat(Schemas.problems(command, it)).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aTerminalGetsTheSameEnd(Row row) throws Exception {
        assertThat(runsOf(row, Place.TERMINAL))
                .allSatisfy(run -> {
                    assertThat(run.exitCode()).as("%s", run).isZero();
                    assertThat(run.out() + run.err())
                            .as("%s", run)
                            .isNotBlank()
                            .doesNotContain("\tat ");
                });
    }

    @Test
    void aTerminalGetsTablesThatFitAndAPipeWholeOnes() throws Exception {
        String table = typed("config show").out();
        assertThat(table).contains("…");
        assertThat(table.lines()).allMatch(line -> line.length() <= COLUMNS);
        assertThat(runsOf(row("config show"), Place.PIPE))
                .allSatisfy(run -> assertThat(run.out()).doesNotContain("…"));
    }

    @Test
    void aTerminalGetsColours() {
        assertThat(typed("status").out()).contains(ESCAPE + "[32m");
    }

    @ParameterizedTest
    @MethodSource("nouns")
    void aNounAloneShowsItsHelpAndIsWrongUsage(List<String> path) {
        CommandOutcome outcome =
                AllCommands.run(folder.resolve("none"), path.toArray(String[]::new));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isNotBlank();
    }

    private static Row row(String command) {
        return rows().filter(row -> row.toString().equals(command)).findFirst().orElseThrow();
    }

    private Callable<List<Run>> runsOf(Row row) {
        return () -> {
            Stream<Run> good =
                    row.good().stream()
                            .flatMap(trial -> {
                                Stream<Run> both =
                                        Stream.of(inPipe(fresh(trial)), onTerminal(fresh(trial)));
                                return printsDocuments(row)
                                        ? Stream.concat(
                                                both, Stream.of(inPipe(fresh(trial).asJson())))
                                        : both;
                            });
            return Stream.concat(good, row.bad().stream().map(this::inPipe)).toList();
        };
    }

    private List<Run> runsOf(Row row, Place place) throws Exception {
        return Objects.requireNonNull(runs.get(row)).get().stream()
                .filter(run -> run.place == place)
                .toList();
    }

    private Trial fresh(Trial trial) {
        return trial.with(folder.resolve("new-" + paths.incrementAndGet()));
    }

    /** Where nothing runs, a command that fails needs no process of its own. */
    private Run inPipe(Trial trial) {
        if (trial.running() || trial.exitCode() == 0) {
            CommandOutcome outcome = platform.ctl(where(trial), trial.words());
            return new Run(trial, Place.PIPE, outcome.exitCode(), outcome.out(), outcome.err());
        }
        CommandOutcome outcome = AllCommands.run(folder.resolve("none"), trial.words());
        return new Run(trial, Place.PIPE, outcome.exitCode(), outcome.out(), outcome.err());
    }

    private Run onTerminal(Trial trial) {
        CommandOutcome outcome =
                platform.ctl(where(trial), CapturedTerminal.coloured(), trial.words());
        return new Run(trial, Place.TERMINAL, outcome.exitCode(), outcome.out(), outcome.err());
    }

    /** Its output on a terminal of its own, as the launching script finds it. */
    private CommandOutcome typed(String arguments) {
        assumeTrue(Files.isExecutable(SCRIPT), SCRIPT + " is missing: no terminal can be made");
        CommandOutcome outcome =
                platform.paste(
                        "export TERM=xterm-256color; unset COLUMNS; export XDG_CONFIG_HOME=%s; "
                                        .formatted(folder.resolve("config"))
                                + "script -qec 'stty cols %d; socialhubctl %s' /dev/null"
                                        .formatted(COLUMNS, arguments));
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
        return outcome;
    }

    private static Map<String, String> where(Trial trial) {
        // The context that the user of this machine has chosen is neither used nor changed.
        Map<String, String> exported = new HashMap<>();
        exported.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        if (!trial.running()) {
            exported.put("SOCIALHUB_HOME", folder.resolve("none").toString());
        }
        return exported;
    }

    /** Each with its version first, unless it is one of many in a stream. */
    private List<JsonNode> documents(Run run) throws IOException {
        try (MappingIterator<JsonNode> read =
                json.readerFor(JsonNode.class).readValues(run.out())) {
            List<JsonNode> documents = read.readAll();
            if (documents.size() == 1) {
                assertThat(documents.getFirst().fieldNames().next()).isEqualTo("version");
            }
            return documents;
        }
    }

    private static boolean printsDocuments(Row row) {
        return AllCommands.command(row.path()).getCommandSpec().findOption("--output") != null;
    }

    private static boolean isNoun(List<String> path) {
        CommandLine command = AllCommands.command(path);
        return !command.getSubcommands().isEmpty();
    }
}
