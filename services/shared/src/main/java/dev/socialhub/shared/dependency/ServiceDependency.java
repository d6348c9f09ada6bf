package dev.socialhub.shared.dependency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Another service: up while any of its instances says that it is ready. */
public final class ServiceDependency implements Dependency, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final String name;
    private final List<URI> instances;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    public ServiceDependency(String name, List<URI> instances) {
        this.name = name;
        this.instances = List.copyOf(instances);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean answers() throws IOException, InterruptedException {
        IOException failure = null;
        for (URI instance : instances) {
            try {
                if (isReady(instance)) {
                    return true;
                }
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    private boolean isReady(URI instance) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(instance.resolve("/health/readiness"))
                        .timeout(TIMEOUT)
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
