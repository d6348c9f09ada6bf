package dev.socialhub.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {
    @TempDir Path folder;

    private Path path;
    private GrowingFile file;

    @BeforeEach
    void makeFile() {
        path = folder.resolve("a.log");
        file = new GrowingFile(path);
    }

    @AfterEach
    void closeFile() throws IOException {
        file.close();
    }

    @Test
    void readsTheLastLinesOfAFileLargerThanABlock() throws IOException {
        append(
                IntStream.range(0, 50_000)
                        .mapToObj(number -> "line " + number)
                        .collect(Collectors.joining("\n", "", "\n")));
        assertThat(file.last(3)).containsExactly("line 49997", "line 49998", "line 49999");
        assertThat(new GrowingFile(path).last(20_000)).hasSize(20_000).startsWith("line 30000");
    }

    @Test
    void readsAllLinesOfAShortFileAndTheUnfinishedOne() throws IOException {
        append("one\ntwo\nthr");
        assertThat(file.last(10)).containsExactly("one", "two");
        assertThat(file.rest()).containsExactly("thr");
    }

    @Test
    void goesOnWhereTheLastLinesEnded() throws IOException {
        append("one\ntwo\nthr");
        assertThat(file.last(1)).containsExactly("two");
        assertThat(file.added()).isEmpty();
        append("ee\nfour\n");
        assertThat(file.added()).containsExactly("three", "four");
        assertThat(file.added()).isEmpty();
    }

    @Test
    void showsNoOldLinesForZero() throws IOException {
        append("old\n");
        assertThat(file.last(0)).isEmpty();
        append("new\n");
        assertThat(file.added()).containsExactly("new");
    }

    @Test
    void waitsForAFileThatDoesNotExistYet() throws IOException {
        assertThat(file.last(5)).isEmpty();
        assertThat(file.added()).isEmpty();
        append("first\n");
        assertThat(file.added()).containsExactly("first");
    }

    @Test
    void losesNothingWhenTheFileIsRotated() throws IOException {
        append("one\n");
        file.last(5);
        append("two\n");
        Files.move(path, folder.resolve("a.1.log"));
        append("three\n");
        assertThat(file.added()).containsExactly("two", "three");
        append("four\n");
        assertThat(file.added()).containsExactly("four");
    }

    @Test
    void restartsWhenTheFileIsTruncated() throws IOException {
        append("a long first line\n");
        file.last(5);
        Files.writeString(path, "new\n");
        assertThat(file.added()).containsExactly("new");
    }

    private void append(String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
