package dev.socialhub.cli.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageWalkTest {
    private static final DerivedData EDGES = new DerivedData("posts", "edges");
    private static final String RESUME = "socialhubctl projections verify posts --after ";

    private final CapturedTerminal terminal = CapturedTerminal.plain();
    private final List<String> asked = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private int failures;

    @Test
    void addsUpAllPagesAndFollowsTheirCursors() {
        Counted sum = walk(null);
        assertThat(asked).containsExactly("null", "a", "b");
        assertThat(sum.checked()).isEqualTo(30);
        assertThat(sum.different()).isEqualTo(3);
        assertThat(read).containsExactly("a", "b", "null");
        assertThat(terminal.err()).contains("posts/edges: 30 rows, 3 different, ");
    }

    @Test
    void continuesAtTheGivenCursor() {
        assertThat(walk("a").checked()).isEqualTo(20);
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void retriesWhileTheServiceIsUnavailable() {
        failures = 2;
        assertThat(walk(null).checked()).isEqualTo(30);
        assertThat(asked).hasSize(5);
        assertThat(read).hasSize(3);
    }

    @Test
    void aPermanentFailureSaysHowToContinue() {
        failures = Integer.MAX_VALUE;
        assertThatThrownBy(() -> walk("a"))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error ->
                                assertThat(error.fix())
                                        .isEqualTo("wait; then continue with `" + RESUME + "a`"));
        assertThat(asked).hasSize(5);
    }

    /** The simplest sum. */
    private record Counted(long checked, long different) implements PageTotals<Counted> {
        @Override
        public Counted plus(JsonNode page) {
            return new Counted(
                    checked + page.path("checked").asLong(),
                    different + page.path("missing").asLong());
        }
    }

    private Counted walk(@Nullable String after) {
        try (ProgressDisplay progress = ProgressDisplay.on(terminal.terminal())) {
            return new PageWalk(
                            (_, cursor) -> page(cursor),
                            (_, page) -> read.add(page.path("next").asText()),
                            progress,
                            Duration.ofMillis(1))
                    .through(EDGES, new Counted(0, 0), after, RESUME);
        }
    }

    private JsonNode page(@Nullable String after) {
        asked.add(String.valueOf(after));
        if (failures-- > 0) {
            throw new OperatorError(ExitCode.PLATFORM_UNAVAILABLE, "posts is away", "wait");
        }
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("checked", 10).put("missing", 1).put("behind", 0).put("wrong", 0);
        page.put("surplus", 0).putArray("examples").add("follow:a:b missing");
        page.put("next", after == null ? "a" : after.equals("a") ? "b" : null);
        return page;
    }
}
