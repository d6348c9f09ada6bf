package dev.socialhub.cli.replay;

import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;

/** Texts about a replay that are printed besides its tables. */
final class ReplayTexts {
    private final Terminal terminal;

    ReplayTexts(Terminal terminal) {
        this.terminal = terminal;
    }

    void plan(SavedReplay replay, int rate) {
        ReplayPlan plan = replay.plan();
        plan.notes().forEach(terminal::say);
        if (plan.unreadable() > 0) {
            terminal.say(amount(plan.unreadable()) + " records aren't events and are left out.");
        }
        if (plan.there() > 0) {
            terminal.say(
                    "%s events are in %s already; --repeat writes them again."
                            .formatted(amount(plan.there()), plan.into()));
        }
        if (plan.events() > 0) {
            terminal.say(
                    "%s events of %s to %s; the oldest is of %s, the newest of %s."
                            .formatted(
                                    amount(plan.events()),
                                    plan.topic(),
                                    plan.into(),
                                    plan.oldest(),
                                    plan.newest()));
        }
        if (replay.written() > 0) {
            terminal.say(amount(replay.written()) + " of them are written.");
        }
        long left = plan.events() - replay.written();
        if (left > 0) {
            Duration needed = Duration.ofSeconds(Math.ceilDiv(left, rate));
            terminal.say(
                    "At %s a second that takes %s or more."
                            .formatted(amount(rate), Amounts.duration(needed)));
        }
    }

    void ending(ReplayBus.Ending ending, String resumeCommand) {
        SavedReplay replay = ending.replay();
        ReplayPlan plan = replay.plan();
        if (!replay.finished()) {
            terminal.say(
                    "Stopped after %s of %s events."
                            .formatted(amount(replay.written()), amount(plan.events())));
            terminal.say("Continue with `" + resumeCommand + "`.");
            return;
        }
        terminal.say(
                "%s events were written to %s.".formatted(amount(replay.written()), plan.into()));
        String groups = String.join(", ", plan.groups());
        if (ending.handled()) {
            terminal.say("Handled by " + groups + ".");
        } else if (!plan.shadow()) {
            terminal.say("Not waited for: " + groups + ".");
        }
        if (ending.newLetters() > 0) {
            terminal.say(
                    amount(ending.newLetters())
                            + " new dead letters meanwhile: see `socialhubctl dlt list`.");
        }
    }

    private static String amount(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }
}
