package dev.socialhub.cli.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferencesFileTest {
    private static final DerivedData FOLLOWS = new DerivedData("users", "follows");

    @TempDir Path folder;

    @Test
    void writesALineForEachDifference() throws IOException {
        Path file = folder.resolve("wrong.jsonl");
        write(file, false, "a followers 7, should be 5", "b \"following\" 1");

        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        {"service":"users","counter":"follows","difference":"a followers 7, should be 5"}
                        {"service":"users","counter":"follows","difference":"b \\"following\\" 1"}
                        """);
    }

    @Test
    void overwritesTheFileUnlessItContinuesAnEarlierRun() throws IOException {
        Path file = folder.resolve("wrong.jsonl");
        write(file, false, "a much longer difference than the next one", "b");
        write(file, false, "c");
        assertThat(Files.readString(file)).hasLineCount(1).contains("\"c\"");

        write(file, true, "d");
        assertThat(Files.readString(file)).hasLineCount(2).contains("\"c\"").contains("\"d\"");
    }

    @Test
    void requestsAllDifferencesOnlyIfTheyAreWritten() {
        write(null, false, "a");
        try (DifferencesFile none = DifferencesFile.open(DerivedDataKind.COUNTER, null, false);
                DifferencesFile some =
                        DifferencesFile.open(DerivedDataKind.COUNTER, folder.resolve("x"), false)) {
            assertThat(none.needsAll()).isFalse();
            assertThat(some.needsAll()).isTrue();
        }
    }

    @Test
    void reportsAFileThatCannotBeWritten() {
        Path nowhere = folder.resolve("no/such/folder/wrong.jsonl");
        assertThatThrownBy(() -> DifferencesFile.open(DerivedDataKind.COUNTER, nowhere, false))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("can't be written");
    }

    private static void write(@Nullable Path file, boolean append, String... differences) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        for (String difference : differences) {
            page.withArray("examples").add(difference);
        }
        try (DifferencesFile lines = DifferencesFile.open(DerivedDataKind.COUNTER, file, append)) {
            lines.write(FOLLOWS, page);
        }
    }
}
