package dev.socialhub.shared.trace;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;

/**
 * Where spans go.
 *
 * @param endpoint the collector's address for OTLP over HTTP, to which {@code /v1/traces} is added;
 *     empty for none
 * @param ratio which part of the traces that begin here is collected, 0 to 1
 */
@ConfigurationProperties("socialhub.tracing")
public record TracingConfiguration(
        @Bindable(defaultValue = "") String endpoint,
        @Bindable(defaultValue = "1.0") double ratio) {

    public TracingConfiguration {
        if (!endpoint.isEmpty() && !isHttp(endpoint)) {
            throw new IllegalArgumentException(
                    "OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as http://127.0.0.1:4318");
        }
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException(
                    "OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1");
        }
    }

    boolean isCollecting() {
        return !endpoint.isEmpty();
    }

    String tracesUrl() {
        return endpoint + (endpoint.endsWith("/") ? "" : "/") + "v1/traces";
    }

    private static boolean isHttp(String address) {
        try {
            URI uri = URI.create(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
