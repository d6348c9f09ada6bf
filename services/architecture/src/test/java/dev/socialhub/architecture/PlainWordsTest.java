package dev.socialhub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Comments and documents name what acts: the caller, a user, the author, the client, the consumer,
 * the operator.
 */
class PlainWordsTest {

    private static final Pattern UNNAMED =
            Pattern.compile(
                    "\\b(whoever|whomever|whom|somebody|nobody|anybody)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("^\\s*(\\*|//|/\\*\\*).*");

    /** The name of a Unix account, and of anything else that stands in code. */
    private static final Pattern CODE = Pattern.compile("`[^`]*`|\\{@code [^}]*}");

    @Test
    void commentsAndDocumentsNameWhatActs() {
        List<Path> files = SourceFiles.all();
        assertThat(files).hasSizeGreaterThan(1_000);

        assertThat(files).flatMap(PlainWordsTest::unnamed).isEmpty();
    }

    private static List<String> unnamed(Path file) {
        boolean java = file.toString().endsWith(".java");
        List<String> found = new ArrayList<>();
        for (String line : lines(file)) {
            boolean prose = !java || COMMENT.matcher(line).matches();
            if (prose && UNNAMED.matcher(CODE.matcher(line).replaceAll("")).find()) {
                found.add(SourceFiles.ROOT.relativize(file) + ": " + line.strip());
            }
        }
        return found;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
