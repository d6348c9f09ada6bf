package dev.socialhub.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsTextLeftAndNumbersRightWithoutBlanksAtLineEnds() {
        String table =
                new Table()
                        .text("NAME")
                        .number("PORT")
                        .text("STATE")
                        .row("redis", "6379", "up")
                        .row("gateway", "80", "down")
                        .render();
        assertThat(table)
                .isEqualTo(
                        """
                        NAME     PORT  STATE
                        redis    6379  up
                        gateway    80  down
                        """);
    }

    @Test
    void coloursDoNotChangeTheAlignment() {
        String table =
                new Table()
                        .text("STATE", cell -> Colour.GOOD.paint(cell))
                        .text("NAME")
                        .row("up", "a")
                        .row("longer", "b")
                        .render();
        assertThat(table.replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(
                        """
                        STATE   NAME
                        up      a
                        longer  b
                        """);
    }
}
