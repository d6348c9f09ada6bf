package dev.socialhub.cli.load.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A generator that makes no load: its first argument decides what it prints and writes. */
public final class FakeGenerator {
    /** The polite one doesn't end before this file exists. */
    static final String RECEIVED = "received";

    private FakeGenerator() {}

    /** The command that starts it with a behaviour. */
    public static List<String> command(String behaviour) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                FakeGenerator.class.getName(),
                behaviour);
    }

    /**
     * @param arguments behaviour, plan, outcome
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String behaviour = arguments[0];
        String plan = Files.readString(Path.of(arguments[1]));
        String profile = plan.replaceFirst("(?s).*\"profile\":\"([^\"]+)\".*", "$1");
        say("preparing\",\"done\":1,\"of\":1,\"what\":\"users signed up");
        switch (behaviour) {
            case "dies" -> {
                System.err.println("a stack trace");
                System.err.println("users answers 503: is it up?");
                System.exit(1);
            }
            case "forever" -> {
                phase("warm-up");
                new CountDownLatch(1).await();
            }
            case "polite" -> {
                Path received = Path.of(arguments[2]).resolveSibling(RECEIVED);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> endSlowly(received)));
                phase("warm-up");
                new CountDownLatch(1).await();
            }
            case "silent" -> Files.writeString(Path.of(arguments[2]), outcome(profile, 1000));
            case "without-outcome" -> phases();
            case "rubbish" -> {
                System.out.println("Simulation started...");
                System.out.println("{\"event\":\"phase\",");
                System.out.println("{\"event\":\"unheard of\"}");
                phases();
                Files.writeString(Path.of(arguments[2]), outcome(profile, 1000));
            }
            default -> {
                phases();
                Files.writeString(
                        Path.of(arguments[2]),
                        outcome(profile, behaviour.equals("slow") ? 900 : 1000));
            }
        }
    }

    private static void endSlowly(Path received) {
        phase("ending");
        while (!Files.exists(received)) {
            Thread.onSpinWait();
        }
    }

    private static void phases() {
        phase("warm-up");
        phase("measuring");
        System.out.println(
                "{\"event\":\"progress\",\"phase\":\"measuring\",\"second\":2,\"started\":400,"
                        + "\"succeeded\":400,\"failed\":0}");
        phase("ending");
    }

    private static void phase(String name) {
        say("phase\",\"phase\":\"" + name + "\",\"at\":\"2026-01-01T00:00:00.123Z");
    }

    private static void say(String rest) {
        System.out.println("{\"event\":\"" + rest + "\"}");
    }

    private static String outcome(String profile, int succeeded) {
        return """
        {"version": 1, "run": "k3x9q2", "profile": "%s", "began": "2026-01-01T00:00:00Z",
         "ended": "2026-01-01T00:00:05Z", "seconds": 5.0, "something_new": true,
         "operations": [{"operation": "follow", "offered": 1000, "started": 1000,
           "succeeded": %d, "failed": 0, "failures": [],
           "millis": {"mean": 3.1, "p50": 3.0, "p95": 5.0, "p99": 9.0, "max": 31.0},
           "series": [{"second": 0, "started": 200, "succeeded": 200, "failed": 0,
             "p50": 3.0, "p95": 5.0, "p99": 9.0}]}],
         "findings": [], "postponed": 2, "generator": {"cpu_seconds": 1.5, "heap_bytes": 1000}}
        """
                .formatted(profile, succeeded);
    }
}
