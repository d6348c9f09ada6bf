package dev.socialhub.cli.load;

import dev.socialhub.cli.load.generator.Plan;
import dev.socialhub.cli.load.generator.Said;
import java.util.Locale;

/** The progress of a run, in one short line. */
final class GoingText {
    private final Plan plan;
    private Said.Going before = new Said.Going("", 0, 0, 0, 0);

    GoingText(Plan plan) {
        this.plan = plan;
    }

    /**
     * @param busiest the service that works most; may be empty
     * @param lag the events that aren't handled yet; may be empty
     */
    String of(Said.Going now, String busiest, String lag) {
        Said.Going last =
                before.phase().equals(now.phase()) && before.second() < now.second()
                        ? before
                        : new Said.Going(now.phase(), 0, 0, 0, 0);
        before = now;
        long seconds = Math.max(1, now.second() - last.second());
        long whole = now.phase().equals("warm-up") ? plan.warmUpSeconds() : plan.seconds();
        String text =
                String.format(
                        Locale.ROOT,
                        "%d of %d s, %.0f/s, failed %d",
                        now.second(),
                        // A search for the best rate follows the warm-up.
                        Math.max(whole, now.second()),
                        (double) (now.succeeded() - last.succeeded()) / seconds,
                        now.failed());
        return text + with(busiest) + with(lag);
    }

    private static String with(String more) {
        return more.isEmpty() ? "" : ", " + more;
    }
}
