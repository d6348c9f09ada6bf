package dev.socialhub.cli.load.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
    @TempDir Path folder;

    @Test
    void readsWhatItWasWrittenFrom() throws IOException {
        LoadRun run = Runs.good("20260131T120000Z-follow", 9);
        write(run);
        assertThat(history().named(run.id(), "follow")).isEqualTo(run);
        assertThat(history().named("last", "follow")).isEqualTo(run);
        assertThat(history().named(history().json(run.id()).toString(), "follow")).isEqualTo(run);
    }

    @Test
    void unreadableFilesAreReportedAndIgnored() throws IOException {
        write(Runs.good("good", 9));
        Files.writeString(folder.resolve("cut.json"), "{\"version\": 1, \"id\": \"c");
        Files.writeString(folder.resolve("later.json"), "{\"version\": 2}");
        Files.writeString(folder.resolve("null.json"), "null");
        RunHistory.Found found = history().all();
        assertThat(found.runs()).extracting(LoadRun::id).containsExactly("good");
        assertThat(found.spoiled())
                .extracting(spoiled -> Path.of(spoiled.file()).getFileName().toString())
                .containsExactly("cut.json", "later.json", "null.json");
    }

    @Test
    void anotherProfileIsNeverCompared() throws IOException {
        write(Runs.good("good", 9));
        assertThatThrownBy(() -> history().named("good", "login"))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> assertThat(error.exitCode()).isEqualTo(ExitCode.WRONG_USAGE));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String name : new String[] {"last", "nothing", "no/such.json"}) {
            assertThatThrownBy(() -> history().named(name, "follow"))
                    .isInstanceOfSatisfying(
                            OperatorError.class,
                            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.NOT_FOUND));
        }
        assertThat(new RunHistory(folder.resolve("none")).all().runs()).isEmpty();
    }

    private RunHistory history() {
        return new RunHistory(folder);
    }

    private void write(LoadRun run) throws IOException {
        Files.writeString(history().json(run.id()), Documents.write(OutputFormat.json, run));
    }
}
