package dev.socialhub.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformManifestTest {
    private static final String BASE =
            """
            services:
              gate: {port: 8000, management: 9000, role: gateway}
              keys: {port: 5000, role: keys}
            """;

    @Test
    void readsEveryKeyOfAService() {
        PlatformManifest manifest =
                PlatformManifest.parse(
                        BASE
                                + """
                                  live-feed:
                                    port: 5001
                                    stores: [postgres, kafka]
                                    secrets: [A_KEY]
                                    groups: [live-feed]
                                    instances: 2
                                    heap: 256
                                    reads: [/feed]
                                    routes:
                                      GET|PUT /feed/{user}: {access: public, files: 3MB, class: essential}
                                      /live/**: {access: stream, class: long, upgrade: websocket}
                                """);

        ServiceEntry feed = manifest.service("live-feed").orElseThrow();
        assertThat(feed.port()).isEqualTo(5001);
        assertThat(feed.stores()).containsExactlyInAnyOrder(Store.POSTGRES, Store.KAFKA);
        assertThat(feed.groups()).containsExactly("live-feed");
        assertThat(feed.instances()).isEqualTo(2);
        assertThat(feed.heapMegabytes()).isEqualTo(256);
        assertThat(feed.reads()).containsExactly("/feed");
        assertThat(feed.urlVariable()).isEqualTo("LIVE_FEED_URL");
        assertThat(feed.routes())
                .containsExactly(
                        new RouteEntry(
                                Set.of("GET", "PUT"),
                                "/feed/{user}",
                                RouteAccess.PUBLIC,
                                1 << 20,
                                3 << 20,
                                RouteClass.ESSENTIAL,
                                RouteUpgrade.NONE),
                        new RouteEntry(
                                Set.of(),
                                "/live/**",
                                RouteAccess.STREAM,
                                1 << 20,
                                1 << 20,
                                RouteClass.LONG,
                                RouteUpgrade.WEBSOCKET));
        assertThat(manifest.gateway().management()).contains(9000);
        assertThat(manifest.secrets()).containsExactly("A_KEY", "LIVE_FEED_DB_PASSWORD");
        assertThat(manifest.behindGateway())
                .extracting(ServiceEntry::name)
                .containsExactly("keys", "live-feed");
    }

    @Test
    void triesTheMostSpecificRouteFirst() {
        PlatformManifest manifest =
                PlatformManifest.parse(
                        BASE
                                + """
                                  a:
                                    port: 1
                                    routes:
                                      /users/**: {access: bearer}
                                      /posts/**: {access: bearer}
                                      POST /posts: {access: bearer}
                                  b:
                                    port: 2
                                    routes:
                                      GET /users/{id}/posts: {access: bearer}
                                      GET /users/me/posts: {access: bearer}
                                """);

        List<String> order =
                manifest.routes().stream().map(each -> each.route().toString()).toList();
        assertThat(order)
                .containsSubsequence("GET /users/me/posts", "GET /users/{id}/posts", "/users/**")
                .containsSubsequence("POST /posts", "/posts/**");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a: {port: 5000} ~ a: port 5000 is already that of keys; choose another",
                "a: {port: 9000} ~ a: port 9000 is already that of gate; choose another",
                "a: {port: 70000} ~ a: 'port' is '70000'; give a number from 1 to 65535",
                "a: {} ~ a: 'port' is missing",
                "a: {port: 1, stores: [mysql]} ~ a: 'stores' can't be 'mysql'; choose from"
                        + " postgres, redis, kafka, mongodb",
                "a: {port: 1, stores: kafka} ~ a: 'stores' must be a list, such as [a, b]",
                "a: {port: 1, role: keys} ~ a: keys has the role 'keys' already; remove one",
                "a: {port: 1, prot: 2} ~ a: there is no key 'prot'; choose from groups, heap,"
                        + " instances, management, port, reads, role, routes, secrets, stores",
                "a: {port: 1, heap: 8} ~ a: 'heap' is '8'; give a number from 64 to 65536",
                "a: {port: 1, instances: 10} ~ a: 'instances' is '10'; give a number from 1 to 9",
                "A_b: {port: 1} ~ A_b: a name has lower-case letters and single hyphens only",
                "a: {port: 1, routes: {/x: {}}} ~ a: /x: 'access' is missing: public,"
                        + " bearer or stream",
                "a: {port: 1, routes: {/x: {access: open}}} ~ a: /x: 'access' can't be 'open';"
                        + " choose from public, bearer, stream",
                "a: {port: 1, routes: {/x: {access: public, upgrade: websocket}}} ~ a: /x:"
                        + " 'upgrade' needs the access 'stream'",
                "a: {port: 1, routes: {/x: {access: public, upgrade: h2c}}} ~ a: /x: 'upgrade' can't"
                        + " be 'h2c'; choose from none, websocket",
                "a: {port: 1, routes: {/x/**/y: {access: public}}} ~ a: /x/**/y: is no route; write"
                        + " it like 'GET|POST /api/v1/{name}/list'",
                "a: {port: 1, routes: {/x: {access: public, files: big}}} ~ a: /x: 'files' is"
                        + " 'big'; give a size such as 105MB"
            })
    void namesTheEntryThatCannotBeUsed(String entry, String problem) {
        refuses("  " + entry, problem);
    }

    @Test
    void rejectsRoutesThatOverlap() {
        String first = "  a: {port: 1, groups: [g], routes: {/x/**: {access: bearer}}}\n";
        refuses(
                first + "  b: {port: 2, routes: {/x/y/**: {access: bearer}}}",
                "b: its route '/x/y/**' overlaps '/x/**' of a; change one");
        refuses(
                first + "  b: {port: 2, routes: {/x/**: {access: public}}}",
                "b: its route '/x/**' overlaps '/x/**' of a; change one");
        refuses(
                first + "  b: {port: 2, groups: [g]}",
                "b: the consumer group 'g' is already one of a; choose another name");
        assertThat(
                        PlatformManifest.parse(
                                BASE
                                        + first
                                        + "  b: {port: 2, routes: {GET /x/y: {access: bearer}}}"))
                .isNotNull();
    }

    @Test
    void rejectsAServiceThatIsNamedTwice() {
        assertThatThrownBy(() -> PlatformManifest.parse(BASE + "  keys: {port: 1}"))
                .isInstanceOf(ManifestError.class)
                .hasMessage("services/platform.yml: line 4: 'keys' stands twice");
    }

    @Test
    void thePackagedOneIsValid() {
        assertThat(PlatformManifest.packaged().services()).hasSizeGreaterThan(1);
    }

    private static void refuses(String entries, String problem) {
        assertThatThrownBy(() -> PlatformManifest.parse(BASE + entries + "\n"))
                .isInstanceOf(ManifestError.class)
                .hasMessage("services/platform.yml: " + problem);
    }
}
