package dev.socialhub.cli.prometheus;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.platform.RunningPlatform.PlatformProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prometheus's configuration for the platform that runs here: the jobs and labels of the kit. */
public record ScrapeConfig(List<Scraped> processes, List<Path> rules) {
    /** A short interval, since it has to know everything within seconds. */
    private static final String INTERVAL = "2s";

    public ScrapeConfig {
        processes = List.copyOf(processes);
        rules = List.copyOf(rules);
    }

    /** A process that is scraped. */
    public record Scraped(String job, String service, String instance, int port) {}

    /** All processes of the platform that have metrics. */
    public static ScrapeConfig of(RunningPlatform platform, List<Path> rules) {
        List<Scraped> processes = new ArrayList<>();
        PlatformProcess gateway = platform.gateway();
        // Its metrics are on its second port, which clients can't reach.
        int management = gateway.ports().getLast();
        processes.add(new Scraped("gateway", "gateway", gateway.name(), management));
        for (PlatformProcess service : platform.services()) {
            processes.add(
                    new Scraped("services", service.service(), service.name(), service.port()));
        }
        return new ScrapeConfig(processes, rules);
    }

    /** The contents of the configuration file. */
    String text() {
        StringBuilder text =
                new StringBuilder(
                        """
                        global:
                          scrape_interval: %1$s
                          scrape_timeout: %1$s
                          evaluation_interval: %1$s
                        rule_files:
                        """
                                .formatted(INTERVAL));
        rules.forEach(file -> text.append("  - ").append(quoted(file.toString())).append('\n'));
        text.append("scrape_configs:\n");
        for (String job : List.of("gateway", "services")) {
            text.append(
                    """
                      - job_name: %s
                        metrics_path: /prometheus
                        static_configs:
                    """
                            .formatted(job));
            processes.stream()
                    .filter(process -> process.job().equals(job))
                    .forEach(process ->
                            text.append(
                                    """
                                          - targets: ["127.0.0.1:%d"]
                                            labels: {service: %s, instance: %s}
                                    """
                                            .formatted(
                                                    process.port(),
                                                    quoted(process.service()),
                                                    quoted(process.instance()))));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
