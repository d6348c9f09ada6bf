package dev.socialhub.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongodbUriTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://db:27017, mongodb://db:27017/it",
        "mongodb://db/, mongodb://db/it",
        "'mongodb://a:1,b:2/old?replicaSet=rs0', 'mongodb://a:1,b:2/it?replicaSet=rs0'",
        "mongodb://db?tls=true, mongodb://db/it?tls=true",
        "mongodb://u:p@db/own, mongodb://u:p@db/it?authSource=own",
        "mongodb://u:p@db/own?tls=true, mongodb://u:p@db/it?tls=true&authSource=own",
        "mongodb://u:p@db/own?authSource=admin, mongodb://u:p@db/it?authSource=admin",
        "mongodb+srv://u:p@db, mongodb+srv://u:p@db/it"
    })
    void changesNothingButTheDatabase(String given, String expected) {
        assertThat(MongodbUri.withDatabase(given, "it")).isEqualTo(expected);
    }

    @Test
    void keepsAMisspeltOneToItself() {
        assertThatThrownBy(() -> MongodbUri.withDatabase("postgres://u:secret@db", "it"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("secret");
    }
}
