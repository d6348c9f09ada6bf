package dev.socialhub.loadtest.probe.http;

import dev.socialhub.loadtest.plan.ProbePlan;
import dev.socialhub.loadtest.platform.Api;
import dev.socialhub.loadtest.probe.Cost;
import dev.socialhub.loadtest.probe.CpuTimes;
import dev.socialhub.loadtest.probe.Probe;
import dev.socialhub.loadtest.probe.ProbeSkipped;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A request that nothing is done for, asked of a process of its own. */
public final class RequestProbe implements Probe {

    @Override
    public String name() {
        return "request";
    }

    @Override
    public Cost measure(ProbePlan plan) throws InterruptedException {
        try {
            Process server = start();
            try (BufferedReader output = server.inputReader()) {
                String port = output.readLine();
                if (port == null) {
                    throw new ProbeSkipped("the no-op server didn't start");
                }
                RequestSender sender = new RequestSender(Integer.parseInt(port), "/", List.of());
                return RateMeasurement.measure(
                        plan, sender, () -> CpuTimes.of(server.pid(), NoOpServer.THREADS));
            } finally {
                server.destroyForcibly().waitFor();
            }
        } catch (IOException failure) {
            throw new ProbeSkipped(Api.reason(failure), failure);
        }
    }

    /** Ends with this program, however that ends: its standard input is closed then. */
    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms64m",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dloadtest.tethered=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.socialhub.loadtest.LoadTest",
                        "answer")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
