package dev.socialhub.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedSettingsTest {
    private static final PlatformManifest MANIFEST =
            PlatformManifest.parse(
                    """
                    services:
                      gate: {port: 8000, role: gateway}
                      keys: {port: 5000, role: keys, stores: [postgres]}
                      posts: {port: 5001, stores: [kafka, postgres]}
                    """);

    @Test
    void aServiceHasTheFilesOfItsRoleAndStores() {
        assertThat(SharedSettings.filesOf(service("gate")))
                .containsExactly("defaults/every.yml", "defaults/verifier.yml");
        assertThat(SharedSettings.filesOf(service("keys")))
                .containsExactly("defaults/every.yml", "defaults/api.yml", "defaults/postgres.yml");
        assertThat(SharedSettings.filesOf(service("posts")))
                .containsExactly(
                        "defaults/every.yml",
                        "defaults/verifier.yml",
                        "defaults/api.yml",
                        "defaults/kafka.yml",
                        "defaults/postgres.yml");
    }

    @Test
    void fillsInNameAndPort() {
        assertThat(
                        SharedSettings.fill(
                                "a: ${PORT:{service.port}} {service.name}_db", service("posts")))
                .isEqualTo("a: ${PORT:5001} posts_db");
    }

    private static ServiceEntry service(String name) {
        return MANIFEST.service(name).orElseThrow();
    }
}
