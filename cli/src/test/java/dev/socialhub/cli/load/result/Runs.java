package dev.socialhub.cli.load.result;

import dev.socialhub.cli.load.profile.LoadProfile;
import dev.socialhub.cli.load.result.LoadRun.MachineFacts;
import dev.socialhub.cli.load.result.LoadRun.PlatformFacts;
import dev.socialhub.cli.load.sampling.Curve;
import dev.socialhub.cli.load.sampling.Curve.Point;
import dev.socialhub.cli.load.sampling.Measured;
import dev.socialhub.cli.load.sampling.Measured.Usage;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.PlanDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Runs that never took place: of a profile {@code follow}, ten seconds with 1,000 requests. */
public final class Runs {
    private static final String TIME = "2026-01-31T12:00:00Z";
    private static final int SECONDS = 10;
    private static final List<String> FLOOR = List.of("request", "follow-sql");

    private Runs() {}

    public static LoadProfile profile(Map<String, Double> goal) {
        return new LoadProfile(
                "follow",
                "People follow each other.",
                new LoadProfile.Target(1000.0, "instance", 20.0, "S0-17"),
                goal,
                new LoadProfile.Offer(100, "5s", "10s", 20),
                List.of(new LoadProfile.Operation("follow", "users", true, FLOOR)));
    }

    /** All that was offered succeeded. */
    public static Outcome.Operation follows() {
        return follows(1000, 1000, 0, 9);
    }

    public static Outcome.Operation follows(long started, long succeeded, long failed, double p99) {
        List<Outcome.Second> series = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            series.add(new Outcome.Second(second, 100, 100, 0, 3.0, 5.0 + second % 3, p99));
        }
        return new Outcome.Operation(
                "follow",
                1000,
                started,
                succeeded,
                failed,
                failed == 0 ? List.of() : List.of(new Outcome.Failure("503", failed)),
                new Outcome.Millis(3.1, 3, 5, p99, 31),
                series);
    }

    public static Outcome outcome(List<Outcome.Finding> findings, Outcome.Operation... operations) {
        return new Outcome(
                1,
                "k3x9q2",
                "follow",
                TIME,
                "2026-01-31T12:00:10Z",
                SECONDS,
                List.of(operations),
                findings,
                0,
                0,
                new Outcome.GeneratorUsage(2, 1000, 3));
    }

    /** Two instances of users used CPU, together as many seconds as given. */
    public static Measured measured(double users, double generator, String... restarted) {
        return new Measured(
                SECONDS,
                List.of(
                        new Usage("users", "users", users / 2, 200L << 20, 0.05),
                        new Usage("users-2", "users", users / 2, 100L << 20, null),
                        new Usage(BuildLoadRun.GENERATOR, "generator", generator, null, null)),
                List.of(restarted),
                OptionalDouble.of((users + generator) / SECONDS),
                List.of(
                        curve("cpu", "users", 0.2),
                        curve("cpu", "users-2", 0.1),
                        curve("cpu", "generator", 0.3),
                        curve("memory", "users", 3e8),
                        curve("lag", "notifications", 12)));
    }

    public static LoadRun run(
            String id, Map<String, Double> goal, Outcome outcome, Measured measured) {
        return run(id, goal, outcome, measured, Map.of("instances of users", "2"));
    }

    public static LoadRun run(
            String id,
            Map<String, Double> goal,
            Outcome outcome,
            Measured measured,
            Map<String, String> settings) {
        return made(goal, settings).of(id, outcome, measured, List.of());
    }

    /** Makes documents of such runs. */
    public static BuildLoadRun made(Map<String, Double> goal, Map<String, String> settings) {
        BuildLoadRun.Facts facts =
                new BuildLoadRun.Facts(
                        new PlatformFacts("local", "http://127.0.0.1:8080", "1.0"),
                        new MachineFacts(2, "Fast One", 8L << 30, "6.1", "25", 0.5, null),
                        settings,
                        List.of("-Xmx384m"));
        return new BuildLoadRun(profile(goal), plan(), facts);
    }

    /** The request for such a run. */
    public static PlanDocument plan() {
        return new PlanDocument(
                1,
                "k3x9q2",
                "follow",
                "http://127.0.0.1:8080",
                Map.of(),
                Map.of(),
                100,
                5,
                SECONDS,
                20,
                "/nowhere",
                false);
    }

    /** A valid run with this 99th percentile. */
    public static LoadRun good(String id, double p99) {
        Outcome outcome = outcome(List.of(), follows(1000, 1000, 0, p99));
        return run(id, Map.of("budget_ratio", 0.4), outcome, measured(0.8, 2));
    }

    private static Curve curve(String figure, String of, double value) {
        List<Point> points = new ArrayList<>();
        for (int second = -5; second < SECONDS; second++) {
            points.add(new Point(second, value + value * (second % 2) / 10));
        }
        return new Curve(figure, of, "", points);
    }
}
