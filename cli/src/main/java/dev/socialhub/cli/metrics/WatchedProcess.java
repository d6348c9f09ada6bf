package dev.socialhub.cli.metrics;

import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.platform.RunningPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process to look at.
 *
 * @param metrics the address of its metrics; empty if that can't be reached
 * @param pid if it is one of this machine
 */
public record WatchedProcess(
        String name, String service, Optional<String> metrics, Optional<Long> pid) {
    private static final String PATH = "/prometheus";

    /** The gateway and all instances of the services. */
    public static List<WatchedProcess> of(Target target) {
        List<WatchedProcess> all = new ArrayList<>();
        if (target instanceof RunningPlatform here) {
            RunningPlatform.PlatformProcess gateway = here.gateway();
            // Its metrics are on its second port, which clients can't reach.
            String url = "http://127.0.0.1:" + gateway.ports().getLast() + PATH;
            all.add(
                    new WatchedProcess(
                            gateway.name(), gateway.service(), Optional.of(url), gateway.pid()));
            here.services().forEach(one -> all.add(of(one, one.pid())));
        } else {
            Endpoint gateway = target.gateway();
            all.add(
                    new WatchedProcess(
                            gateway.name(), gateway.service(), Optional.empty(), Optional.empty()));
            target.services().forEach(one -> all.add(of(one, Optional.empty())));
        }
        return all;
    }

    private static WatchedProcess of(Endpoint endpoint, Optional<Long> pid) {
        return new WatchedProcess(
                endpoint.name(), endpoint.service(), Optional.of(endpoint.url() + PATH), pid);
    }
}
