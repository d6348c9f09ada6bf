package dev.socialhub.loadtest;

import io.gatling.app.Gatling;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs one simulation: {@code java -Dtarget=http://127.0.0.1:8080 -jar loadtest.jar
 * SignUpPostReadSimulation [results folder]}. Exits with 0 when its assertions hold, 2 when they
 * don't, 1 when it could not run.
 */
public final class LoadTest {

    private LoadTest() {}

    public static void main(String[] args) {
        if (args.length < 1 || args.length > 2) {
            System.err.println("Usage: java -jar loadtest.jar SIMULATION [RESULTS_FOLDER]");
            System.exit(1);
        }
        // Gatling would otherwise report its use and fetch a page to warm itself up.
        System.setProperty("gatling.data.enableAnalytics", "false");
        System.setProperty("gatling.http.warmUpUrl", "");
        List<String> options = new ArrayList<>();
        options.addAll(List.of("-s", LoadTest.class.getPackageName() + "." + args[0]));
        options.addAll(List.of("-rf", args.length == 2 ? args[1] : "target/loadtest"));
        Gatling.main(options.toArray(String[]::new));
    }
}
