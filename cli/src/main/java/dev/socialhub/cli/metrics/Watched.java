package dev.socialhub.cli.metrics;

import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.target.Endpoint;
import dev.socialhub.cli.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process to look at.
 *
 * @param metrics the address of its metrics; empty if that can't be reached
 * @param pid if it is one of this machine
 */
public record Watched(String name, String service, Optional<String> metrics, Optional<Long> pid) {
    private static final String PATH = "/prometheus";

    /** The gateway and all instances of the services. */
    public static List<Watched> of(Target target) {
        List<Watched> all = new ArrayList<>();
        if (target instanceof RunningPlatform here) {
            RunningPlatform.Resident gateway = here.resident("gateway");
            // Its metrics are on its second port, which clients can't reach.
            String url = "http://127.0.0.1:" + gateway.ports().getLast() + PATH;
            all.add(
                    new Watched(
                            gateway.name(), gateway.service(), Optional.of(url), gateway.pid()));
            here.services().forEach(one -> all.add(of(one, one.pid())));
        } else {
            Endpoint gateway = target.gateway();
            all.add(
                    new Watched(
                            gateway.name(), gateway.service(), Optional.empty(), Optional.empty()));
            target.services().forEach(one -> all.add(of(one, Optional.empty())));
        }
        return all;
    }

    private static Watched of(Endpoint endpoint, Optional<Long> pid) {
        return new Watched(
                endpoint.name(), endpoint.service(), Optional.of(endpoint.url() + PATH), pid);
    }
}
