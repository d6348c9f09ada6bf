package dev.socialhub.cli.seed;

import dev.socialhub.cli.lifecycle.StartSeeding;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import java.util.Arrays;
import java.util.function.Consumer;

/** The work of {@code up --seed} once the platform is ready. */
public final class FillAtStart implements StartSeeding {
    private final Terminal terminal;

    public FillAtStart(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Consumer<Platform> with(String profile) {
        SeedOptions options =
                Arrays.stream(SeedProfile.values())
                        .filter(one -> one.name().equalsIgnoreCase(profile))
                        .findFirst()
                        .map(SeedOptions::of)
                        .orElseThrow(() -> unknown(profile));
        return platform -> {
            SeedReport report =
                    new FillPlatform(RunningPlatform.of(platform), terminal).fill(options);
            WriteDemoLogins.write(platform.home().demoLogins(), report.logins());
            terminal.say(report.summary());
            terminal.say("Log in as one of these, with the password " + report.password() + ":");
            report.logins()
                    .forEach(login ->
                            terminal.say("  " + login.username() + " (" + login.about() + ")"));
        };
    }

    private static OperatorError unknown(String profile) {
        return new OperatorError(
                ExitCode.WRONG_USAGE,
                "there is no profile named '" + Printable.line(profile) + "'",
                "choose from tiny, demo, load");
    }
}
