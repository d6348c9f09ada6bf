package dev.socialhub.cli.load;

import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.format.PlanDocument;
import dev.socialhub.loadtest.format.ProgressMessage;
import java.util.Locale;

/** The progress of a run, in one short line. */
final class ProgressLine {
    private final PlanDocument plan;
    private ProgressMessage.PhaseProgress before =
            new ProgressMessage.PhaseProgress(Phase.WARM_UP, 0, 0, 0, 0);

    ProgressLine(PlanDocument plan) {
        this.plan = plan;
    }

    /**
     * @param busiest the service that works most; may be empty
     * @param lag the events that aren't handled yet; may be empty
     */
    String of(ProgressMessage.PhaseProgress now, String busiest, String lag) {
        ProgressMessage.PhaseProgress last =
                before.phase() == now.phase() && before.second() < now.second()
                        ? before
                        : new ProgressMessage.PhaseProgress(now.phase(), 0, 0, 0, 0);
        before = now;
        long seconds = Math.max(1, now.second() - last.second());
        long total = now.phase() == Phase.WARM_UP ? plan.warmUpSeconds() : plan.seconds();
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
