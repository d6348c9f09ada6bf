package dev.socialhub.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BannerControllerTest {

    @Test
    void saysWhoAnswersAndWhereItsApiIsDescribed() throws Exception {
        HttpResponse<String> banner = root(Map.of("socialhub.docs", "/swagger/kit.yml"));

        assertThat(banner.statusCode()).isEqualTo(200);
        assertThat(banner.body())
                .isEqualTo(
                        "{\"service\":\"kit\",\"version\":\"development\","
                                + "\"docs\":\"/swagger/kit.yml\"}");
    }

    @Test
    void leavesTheRootToProgramsThatDescribeNoApi() throws Exception {
        assertThat(root(Map.of()).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> root(Map<String, Object> settings) throws Exception {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("micronaut.server.port", -1);
        all.put("micronaut.application.name", "kit");
        all.put("micronaut.security.reject-not-found", false);
        all.put("socialhub.identity.auth-urls", "http://127.0.0.1:1");
        try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, all);
                HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(server.getURI()).build(), BodyHandlers.ofString());
        }
    }
}
