package dev.socialhub.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckUsernameTest {

    private final FakeAccounts accounts = new FakeAccounts();
    private final CheckUsername check = new CheckUsername(accounts);

    @Test
    void saysWhyANameCanNotBeHad() {
        accounts.add(
                new Account(
                        UUID.randomUUID(),
                        new Username("johndoe"),
                        new EmailAddress("john@example.com"),
                        "John Doe",
                        "",
                        List.of(),
                        1,
                        Instant.EPOCH));

        assertThat(check.check("JohnDoe")).isEqualTo(Availability.TAKEN);
        assertThat(check.check(" johndoe ")).isEqualTo(Availability.TAKEN);
        assertThat(check.check("john doe")).isEqualTo(Availability.MALFORMED);
        assertThat(check.check("admin")).isEqualTo(Availability.RESERVED);
        assertThat(check.check("a\0b")).isEqualTo(Availability.MALFORMED);
        assertThat(check.check("....")).isEqualTo(Availability.MALFORMED);
        assertThat(check.check("janedoe")).isEqualTo(Availability.FREE);
    }
}
