package dev.socialhub.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * The output streams of a command. Results go to {@code out}, everything else to {@code err}.
 *
 * @param out results
 * @param err progress, hints and errors
 * @param colour whether results may carry ANSI colours
 * @param interactive whether {@code err} is a terminal on which lines can be redrawn
 * @param redrawsResults whether {@code out} is one
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        boolean colour,
        boolean interactive,
        boolean redrawsResults) {

    /** Results that aren't redrawn. */
    public Terminal(PrintWriter out, PrintWriter err, boolean colour, boolean interactive) {
        this(out, err, colour, interactive, false);
    }

    /**
     * The process's own streams. The launching script says which of them is a terminal, in the
     * system property {@code socialhub.terminal} ("out", "err", both or neither): asking the JVM
     * would load its whole console, a tenth of a second for every command.
     */
    public static Terminal ofProcess(Map<String, String> environment) {
        String streams = System.getProperty("socialhub.terminal", "");
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return of(
                new FileOutputStream(FileDescriptor.out),
                new PrintWriter(System.err, true, System.err.charset()),
                streams.contains("out") && !noColour && !dumb,
                streams.contains("err") && !dumb,
                streams.contains("out") && !dumb);
    }

    /** Results go to a stream, and {@link #requireWritten} reports lost ones. */
    public static Terminal of(
            OutputStream results,
            PrintWriter err,
            boolean colour,
            boolean interactive,
            boolean redrawsResults) {
        return new Terminal(new ResultWriter(results), err, colour, interactive, redrawsResults);
    }

    /**
     * Checks that all results were written.
     *
     * @throws OperatorError (failed) if one didn't; a reader that closed a pipe early is no error
     */
    public void requireWritten() {
        if (out instanceof ResultWriter results) {
            results.writeFailure()
                    .ifPresent(lost -> {
                        throw new OperatorError(
                                ExitCode.FAILED,
                                "the result can't be written (" + lost.getMessage() + ")",
                                "free space where standard output goes, or send it elsewhere",
                                lost);
                    });
        }
    }

    /** Text in a colour, or as it is where colours are unwanted. */
    public String paint(Colour wanted, String text) {
        return colour ? wanted.paint(text) : text;
    }

    /** One message to the operator that isn't a result. */
    public void say(String line) {
        err.println(line);
        err.flush();
    }
}
