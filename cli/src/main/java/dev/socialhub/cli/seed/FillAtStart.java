package dev.socialhub.cli.seed;

import dev.socialhub.cli.platform.Installation;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.platform.StartSeeding;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import java.util.Arrays;

/** The work of {@code up --seed} once the platform is ready. */
public final class FillAtStart implements StartSeeding {
    private final Installation installation;
    private final Terminal terminal;

    public FillAtStart(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Runnable with(String profile) {
        SeedOptions options =
                Arrays.stream(SeedProfile.values())
                        .filter(one -> one.name().equalsIgnoreCase(profile))
                        .findFirst()
                        .map(SeedOptions::of)
                        .orElseThrow(() -> unknown(profile));
        return () -> {
            SeedReport report =
                    new FillPlatform(RunningPlatform.of(installation), terminal).fill(options);
            WriteDemoLogins.write(installation.home().demoLogins(), report.logins());
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
