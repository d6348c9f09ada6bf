package dev.socialhub.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "john@example.com",
                "John.Doe+tag@mail.example.co.uk",
                "o'neil@example.org",
                "jürgen@müller.de",
                "a@b-c.museum"
            })
    void acceptsUsualAddresses(String typed) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "john",
                "@example.com",
                "john@",
                "john@localhost",
                "john@@example.com",
                "john doe@example.com",
                "john@example.com\n",
                "jo\0hn@example.com",
                "john@-example.com",
                "john@example..com"
            })
    void refusesWhatCanNeverReceiveMail(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void comparesWithoutTheCaseOfAsciiLetters() {
        assertThat(new EmailAddress("John.Doe@EXAMPLE.com").folded())
                .isEqualTo("john.doe@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u212a", "\u0130", "\u0131", "\u017f", "\uff2b", "\u00dc"})
    void mapsNoOtherLetterOntoAnother(String letter) {
        String address = letter + "@" + letter + letter + ".example";
        assertThat(new EmailAddress(address).folded()).isEqualTo(address);
    }

    @Test
    void refusesWhatIsTooLong() {
        String label = "a".repeat(60);
        assertThat(EmailAddress.parse("a@" + (label + ".").repeat(5) + "com")).isEmpty();
    }
}
