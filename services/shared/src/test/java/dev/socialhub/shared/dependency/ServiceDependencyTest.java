package dev.socialhub.shared.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceDependencyTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private HttpServer server;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/health/readiness",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isUpWhileOneOfItsInstancesIsReady() throws Exception {
        try (ServiceDependency dependency = dependency(NOBODY, here())) {
            assertThat(dependency.answers()).isTrue();
        }
    }

    @Test
    void isNotUpWhileNoneIsReady() throws Exception {
        status = 503;
        try (ServiceDependency dependency = dependency(here())) {
            assertThat(dependency.answers()).isFalse();
        }
        try (ServiceDependency dependency = dependency(NOBODY)) {
            assertThatThrownBy(dependency::answers).isInstanceOf(IOException.class);
        }
    }

    private static ServiceDependency dependency(URI... instances) {
        return new ServiceDependency("auth", List.of(instances));
    }

    private URI here() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
