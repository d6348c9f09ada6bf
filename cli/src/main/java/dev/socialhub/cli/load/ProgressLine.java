package dev.socialhub.cli.load;

import dev.socialhub.cli.load.generator.GeneratorMessages;
import dev.socialhub.cli.load.generator.Plan;
import java.util.Locale;

/** The progress of a run, in one short line. */
final class ProgressLine {
    private final Plan plan;
    private GeneratorMessages.Going before = new GeneratorMessages.Going("", 0, 0, 0, 0);

    ProgressLine(Plan plan) {
        this.plan = plan;
    }

    /**
     * @param busiest the service that works most; may be empty
     * @param lag the events that aren't handled yet; may be empty
     */
    String of(GeneratorMessages.Going now, String busiest, String lag) {
        GeneratorMessages.Going last =
                before.phase().equals(now.phase()) && before.second() < now.second()
                        ? before
                        : new GeneratorMessages.Going(now.phase(), 0, 0, 0, 0);
        before = now;
        long seconds = Math.max(1, now.second() - last.second());
        long total = now.phase().equals("warm-up") ? plan.warmUpSeconds() : plan.seconds();
        String text =
                String.format(
                        Locale.ROOT,
                        "%d of %d s, %.0f/s, failed %d",
                        now.second(),
                        // A search for the best rate follows the warm-up.
                        Math.max(total, now.second()),
                        (double) (now.succeeded() - last.succeeded()) / seconds,
                        now.failed());
        return text + with(busiest) + with(lag);
    }

    private static String with(String more) {
        return more.isEmpty() ? "" : ", " + more;
    }
}
