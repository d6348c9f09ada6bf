package dev.socialhub.cli;

import dev.socialhub.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A terminal whose text can be read back. */
public final class CapturedTerminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Terminal terminal;

    private CapturedTerminal(boolean colour, boolean interactive) {
        terminal =
                new Terminal(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        colour,
                        interactive);
    }

    public static CapturedTerminal plain() {
        return new CapturedTerminal(false, false);
    }

    public static CapturedTerminal coloured() {
        return new CapturedTerminal(true, true);
    }

    public Terminal terminal() {
        return terminal;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
