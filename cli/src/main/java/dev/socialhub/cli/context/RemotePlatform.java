package dev.socialhub.cli.context;

import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.ContextsFile.RemoteContext;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A platform that a context describes. Nothing is known of its processes. */
final class RemotePlatform implements Target {
    private final String name;
    private final RemoteContext context;
    private final Path toolState;
    private final Map<String, String> environment;

    RemotePlatform(
            String name, RemoteContext context, Path toolState, Map<String, String> environment) {
        this.name = name;
        this.context = context;
        this.toolState = toolState;
        this.environment = environment;
    }

    private record RemoteEndpoint(String name, String service, String url) implements Endpoint {
        static RemoteEndpoint of(String name, String service, URI url) {
            return new RemoteEndpoint(name, service, url.toString().replaceAll("/+$", ""));
        }

        @Override
        public String restart() {
            return "check that it is up on its own machine, and that " + url + " reaches it";
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean local() {
        return false;
    }

    @Override
    public List<? extends Endpoint> services() {
        List<Endpoint> all = new ArrayList<>();
        context.services()
                .forEach((service, instances) -> {
                    for (int i = 0; i < instances.size(); i++) {
                        String instance = i == 0 ? service : service + "-" + (i + 1);
                        all.add(RemoteEndpoint.of(instance, service, instances.get(i)));
                    }
                });
        return all;
    }

    @Override
    public Endpoint gateway() {
        return RemoteEndpoint.of("gateway", "gateway", context.gateway());
    }

    @Override
    public Endpoint instanceOf(String service) {
        return services().stream()
                .filter(endpoint -> endpoint.service().equals(service))
                .map(Endpoint.class::cast)
                .findFirst()
                .orElseThrow(() ->
                        new OperatorError(
                                ExitCode.NOT_FOUND,
                                "context " + name + " has no service named '" + service + "'",
                                "choose from " + String.join(", ", context.services().keySet())));
    }

    @Override
    public Map<String, String> kafka() {
        return context.kafka();
    }

    @Override
    public String restartKafka() {
        return "check that it is up on its own machine, and check `kafka` of the context";
    }

    @Override
    public String serviceTokenKey() {
        String variable = context.serviceTokenKeyVariable();
        String key =
                variable == null
                        ? context.serviceTokenKey()
                        : environment.getOrDefault(variable, "");
        if (key == null || key.isBlank()) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    "context " + name + " has no service token key",
                    variable == null
                            ? "add serviceTokenKey or serviceTokenKeyVariable to it"
                            : "set the variable " + variable);
        }
        return key;
    }

    @Override
    public Path toolState() {
        return toolState;
    }
}
