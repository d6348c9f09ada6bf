package dev.socialhub.cli.derived;

import dev.socialhub.cli.terminal.Output;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which derived data of a kind is processed, and where the differences are written. */
public final class WalkOptions {
    @Parameters(paramLabel = "SVC", arity = "0..*", description = "Services; all by default.")
    List<String> names = List.of();

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            description = "Continue where an earlier run of one counter or projection ended.")
    @Nullable String after;

    @Option(
            names = "--differences",
            paramLabel = "FILE",
            description = "Write every difference to this file, one line of JSON each.")
    @Nullable Path differences;

    @Mixin Output output = new Output();

    /** How the result is shown. */
    public Output output() {
        return output;
    }
}
