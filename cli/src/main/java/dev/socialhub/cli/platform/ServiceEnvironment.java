package dev.socialhub.cli.platform;

import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The variables a service is started with: addresses for every service, secrets only for those that
 * need them.
 */
final class ServiceEnvironment {
    private static final String HOST = "127.0.0.1";

    /** The service that stores pictures and videos. */
    private static final String POSTS = "posts";

    private final Instances instances;
    private final Ports ports;
    private final Secrets secrets;
    private final HomeFolder home;
    private final Map<String, String> operator;

    ServiceEnvironment(
            Instances instances, Ports ports, Secrets secrets, Installation installation) {
        this.instances = instances;
        this.ports = ports;
        this.secrets = secrets;
        this.home = installation.home();
        this.operator = installation.environment();
    }

    /** What is added to the inherited variables. */
    Map<String, String> of(ServiceInstance instance) {
        ServiceEntry service = instance.service();
        Map<String, String> variables = new HashMap<>(blanked());
        variables.put("HOST", HOST);
        variables.put("PORT", Integer.toString(ports.of(instance.port())));
        Port.managementOf(service)
                .ifPresent(port -> variables.put("MANAGEMENT_PORT", "" + ports.of(port)));
        variables.put("LOG_FILE", home.log(instance.name()).toString());
        variables.put("KAFKA_BROKERS", HOST + ":" + ports.of(Port.KAFKA));
        variables.put("REDIS_URL", "redis://" + HOST + ":" + ports.of(Port.REDIS));
        variables.put(
                "MONGODB_URL",
                "mongodb://" + HOST + ":" + ports.of(Port.MONGODB) + "/" + service.name());
        PlatformManifest.packaged()
                .behindGateway()
                .forEach(other -> variables.put(other.urlVariable(), urls(other)));
        variables.put("OPS_ENABLED", "true");
        if (service.isGateway()) {
            variables.put("UPSTREAMS_FILE", home.upstreams().toString());
            variables.put("DEMO_LOGINS_FILE", home.demoLogins().toString());
        }
        if (service.name().equals(POSTS)) {
            variables.put("MEDIA_FOLDER", home.media().toString());
            variables.put("MEDIA_UPLOAD_FOLDER", home.media().resolve("incoming").toString());
        }
        if (service.hasDatabase()) {
            variables.put("DATABASE_URL", databaseUrl(service));
            variables.put("DATABASE_USER", service.name());
            variables.put("DATABASE_PASSWORD", secrets.get(new Secret(service.databasePassword())));
        }
        service.secrets().forEach(name -> variables.put(name, secrets.get(new Secret(name))));
        return Map.copyOf(variables);
    }

    /**
     * The operator's shell may have read {@code secrets.env}; exported secrets must not reach
     * processes that don't need them. An inherited variable can only be overwritten.
     */
    Map<String, String> blanked() {
        Map<String, String> blank = new HashMap<>();
        for (Secret secret : Secret.ALL) {
            if (operator.containsKey(secret.name())) {
                blank.put(secret.name(), "");
            }
        }
        return blank;
    }

    /** The password of PostgreSQL's superuser, for the server and not in any variable. */
    String superuserPassword() {
        return secrets.get(Secret.POSTGRES_PASSWORD);
    }

    /** Every instance of this service. */
    private String urls(ServiceEntry service) {
        return instances.all().stream()
                .filter(instance -> instance.service().equals(service))
                .map(instance -> "http://" + HOST + ":" + ports.of(instance.port()))
                .collect(Collectors.joining(","));
    }

    private String databaseUrl(ServiceEntry service) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(HOST, ports.of(Port.POSTGRES), service.databaseName());
    }
}
