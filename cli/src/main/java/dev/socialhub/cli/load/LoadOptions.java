package dev.socialhub.cli.load;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.TypedTime;
import dev.socialhub.loadtest.format.PlanDocument;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The operator's options for a run, which replace those of the profile. */
final class LoadOptions {
    private static final double LIMIT = 100_000;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Operations to offer a second; by default the rate of the profile.")
    @Nullable Double rate;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "How long to measure, such as 60s.")
    @Nullable String duration;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            description = "How long to offer the same load before, such as 15s.")
    @Nullable String warmUp;

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "Users to create first; by default the number in the profile.")
    @Nullable Integer people;

    @Option(
            names = "--target",
            paramLabel = "URL",
            description =
                    "Put the load on the gateway at this address instead. The processes behind it"
                            + " aren't measured then.")
    @Nullable String target;

    /**
     * Validates the options, before anything else is asked.
     *
     * @throws OperatorError (wrong usage) if they are invalid
     */
    void check() {
        if (rate != null && !(rate > 0 && rate <= LIMIT)) {
            throw usageError("--rate is " + rate, "give a number above 0, up to 100000");
        }
        if (duration != null && TypedTime.length(duration).isZero()) {
            throw usageError("--duration is " + duration, "give 1s or more");
        }
        if (warmUp != null) {
            TypedTime.length(warmUp);
        }
        if (people != null && (people < 1 || people > LIMIT)) {
            throw usageError("--people is " + people, "give a number from 1 to 100000");
        }
        if (target != null) {
            address(target);
        }
    }

    LoadTarget loadTarget(Contexts contexts) {
        return target == null ? LoadTarget.of(contexts.target()) : LoadTarget.at(address(target));
    }

    PlanDocument plan(LoadProfile profile, LoadTarget loadTarget, RunNames names, Path folder) {
        LoadProfile.Offer usual = profile.load();
        return new PlanDocument(
                PlanDocument.VERSION,
                names.run(),
                profile.name(),
                loadTarget.gateway(),
                loadTarget.services(),
                loadTarget.kafka(),
                rate == null ? usual.rate() : rate,
                TypedTime.length(warmUp == null ? usual.warmUp() : warmUp).toSeconds(),
                TypedTime.length(duration == null ? usual.duration() : duration).toSeconds(),
                people == null ? usual.people() : people,
                folder.toString(),
                !loadTarget.here());
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException none) {
            throw noAddress(text);
        }
        throw noAddress(text);
    }

    private static OperatorError noAddress(String text) {
        return usageError(
                "--target is '" + Printable.line(text, 80) + "'",
                "give the gateway's address, such as http://localhost:8080");
    }

    private static OperatorError usageError(String problem, String fix) {
        return new OperatorError(ExitCode.WRONG_USAGE, problem, fix);
    }
}
