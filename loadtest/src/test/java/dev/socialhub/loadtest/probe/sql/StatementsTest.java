package dev.socialhub.loadtest.probe.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A probe's statements are the services' own: each consists of strings of the source. */
class StatementsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern SOURCE = Pattern.compile("(?m)^-- from (\\S+)$");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NAMED = Pattern.compile("(?<!:):[a-z]\\w*");
    private static final Pattern LINE_END = Pattern.compile("\\s*\n\\s*");
    private static final Pattern NUMBER = Pattern.compile("= 0x([0-9a-f]+);");
    private static final String PLACE = "%(?:\\d+\\$)?s";

    @ParameterizedTest
    @ValueSource(strings = {"follow-sql", "following-sql", "create-post-sql", "read-post-sql"})
    void areThoseOfTheServices(String probe) throws IOException {
        String file = Files.readString(Path.of("src/main/resources/sql", probe + ".sql"));
        Set<String> pieces = new LinkedHashSet<>();
        for (String source : SOURCE.matcher(file).results().map(it -> it.group(1)).toList()) {
            pieces.addAll(pieces(Files.readString(ROOT.resolve(source))));
        }
        Statements statements = Statements.of(probe);
        assertThat(statements.texts()).isNotEmpty();
        statements
                .texts()
                .forEach((name, text) ->
                        assertThat(text.substring(covered(text, pieces)))
                                .as("the part of '%s' that isn't in the source", name)
                                .isEmpty());
    }

    @Test
    void readsTextBlocksWithNamedParameters() {
        String block = "\"\"\"\n    select a::text from b\n    where c < :c\n    \"\"\"";
        assertThat(pieces(block)).contains("select a::text from b where c < ?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select a from b where d", "select a from c"})
    void findsWhatIsNotInTheSource(String text) {
        Set<String> pieces =
                pieces("String SQL = \"select a from %s\" + \" where \" + \"b\" + \"c\";");
        assertThat(covered("select a from b where c", pieces)).isEqualTo(23);
        assertThat(covered(text.replace("from c", "from e"), pieces)).isLessThan(text.length());
    }

    /** Texts of the source, without the places where others are put in. */
    private static Set<String> pieces(String source) {
        Set<String> pieces = new LinkedHashSet<>();
        for (MatchResult literal : LITERAL.matcher(source).results().toList()) {
            pieces.addAll(List.of(sent(literal.group(1)).split(PLACE, -1)));
        }
        NUMBER.matcher(source)
                .results()
                .forEach(it -> pieces.add("" + Integer.parseInt(it.group(1), 16)));
        pieces.remove("");
        return pieces;
    }

    /** A text block's lines as one, its named parameters as the driver gets them. */
    private static String sent(String literal) {
        return literal.contains("\n")
                ? LINE_END.matcher(NAMED.matcher(literal).replaceAll("?")).replaceAll(" ").strip()
                : literal;
    }

    /** How much of a text's beginning can be put together of whole pieces. */
    private static int covered(String text, Set<String> pieces) {
        boolean[] reached = new boolean[text.length() + 1];
        reached[0] = true;
        int farthest = 0;
        for (int at = 0; at < text.length(); at++) {
            if (reached[at]) {
                for (String piece : pieces) {
                    if (text.startsWith(piece, at)) {
                        reached[at + piece.length()] = true;
                        farthest = Math.max(farthest, at + piece.length());
                    }
                }
            }
        }
        return farthest;
    }
}
