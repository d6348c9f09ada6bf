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

    @Test
    void onANarrowTerminalTheWidestTextsAreCutAndNumbersNever() {
        Table table =
                new Table()
                        .text("NAME")
                        .number("BYTES")
                        .text("MEANING")
                        .row("posts", "123456789012", "what somebody wrote about it at length");
        assertThat(table.render(40))
                .isEqualTo(
                        """
                        NAME          BYTES  MEANING
                        posts  123456789012  what somebody wrot…
                        """);
        assertThat(table.render(0)).contains("at length");
    }

    @Test
    void aTableThatCanNotBeNarrowEnoughStaysReadable() {
        assertThat(new Table().text("NAME").number("N").row("gateway", "1").render(3))
                .isEqualTo(
                        """
                        NAME     N
                        gateway  1
                        """);
    }
}
