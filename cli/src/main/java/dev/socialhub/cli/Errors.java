package dev.socialhub.cli;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Prints every error as one line that says what to do next; the stack trace only with {@code
 * --debug}.
 */
final class Errors implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Terminal terminal;
    private final BooleanSupplier debug;

    Errors(Terminal terminal, BooleanSupplier debug) {
        this.terminal = terminal;
        this.debug = debug;
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) {
        OperatorError error = known(failure);
        error.details().forEach(line -> terminal.say("  " + line));
        terminal.say("socialhubctl: " + error.line());
        if (debug.getAsBoolean()) {
            failure.printStackTrace(terminal.err());
        }
        return error.exitCode();
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        if (arguments.length == 0) {
            command.usage(terminal.err());
            return ExitCode.WRONG_USAGE;
        }
        String hint = "see `" + command.getCommandSpec().qualifiedName() + " --help`";
        terminal.say(
                "socialhubctl: "
                        + new OperatorError(ExitCode.WRONG_USAGE, problem(wrong), hint).line());
        return ExitCode.WRONG_USAGE;
    }

    private static String problem(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            String what = word.startsWith("-") ? "option " : "command ";
            List<String> alike = unmatched.getSuggestions();
            return "there is no "
                    + what
                    + "'"
                    + Printable.line(word)
                    + "'"
                    + (alike.isEmpty() ? "" : ", did you mean '" + alike.getFirst() + "'?");
        }
        return String.valueOf(wrong.getMessage());
    }

    private static OperatorError known(Exception failure) {
        return switch (failure) {
            case OperatorError error -> error;
            case BackingFailure backing ->
                    new OperatorError(
                            ExitCode.FAILED,
                            String.valueOf(backing.getMessage()),
                            backing.fix(),
                            backing);
            default ->
                    new OperatorError(
                            ExitCode.FAILED,
                            "unexpected " + describe(failure),
                            "run it again with --debug to see the stack trace",
                            failure);
        };
    }

    private static String describe(Exception failure) {
        String message = failure.getMessage();
        String type = failure.getClass().getSimpleName();
        return message == null ? type : type + " (" + message + ")";
    }
}
