package dev.socialhub.posts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextPartsTest {

    private static final String HASHTAGS =
            """
            #a                              | a
            (#a)                            | a
            #a#b                            | a b
            #a, #b. #c!                     | a b c
            ##a                             | a
            #snake_case                     | snake_case
            #c3po #3d                       | c3po 3d
            #don't                          | don
            #two-words                      | two
            #a/#b                           | a b
            #Grüße                          | Grüße
            #café #cafe\u0301s              | café cafe\u0301s
            #ประเทศไทย                      | ประเทศไทย
            #مرحبا بالعالم                  | مرحبا
            #می\u200cخواهم                  | می\u200cخواهم
            #हिन्दी                         | हिन्दी
            #日本語、                       | 日本語
            今日 ＃タグ                     | タグ
            #プログラミング_入門            | プログラミング_入門
            #עברית                          | עברית
            #한국어                         | 한국어
            #𝒳                              | 𝒳
            #party\uD83C\uDF89time          | party
            #love\u2764\uFE0F               | love
            #\uD83D\uDC4D                   |
            #go1\uFE0F\u20E3                | go
            #\uFE0F\u20E3 is a key          |
            #info\u2139\uFE0F               | info
            #\u0301accent first             |
            #1                              |
            #2024                           |
            #١٢٣                            |
            #_                              |
            #_1_                            |
            #1a                             | 1a
            #                               |
            # a                             |
            x#a                             |
            ไทย#a                           |
            5#a                             |
            _#a                             |
            &#39;                           |
            https://x/#frag                 |
            http://example.com/page#frag #a | a
            (see https://x.org/#frag) #a    | a
            www.example.com/#frag           |
            example.com/#frag               |
            example.com#frag                |
            sub.example.co.uk/a?b=#c        |
            ftp://host/#frag                |
            e.g./#a                         | a
            https://ja.example/日本#歴史    |
            #team@example.com               |
            a#b@example.com                 |
            """;

    private static final String MENTIONS =
            """
            @ada                        | ada
            @Ada @ADA                   | ada
            hello @ada and @bob_b       | ada bob_b
            (@ada)                      | ada
            .@ada                       | ada
            @ada.                       | ada
            @ada...                     | ada
            @ada.lovelace               | ada.lovelace
            @ada's                      | ada
            @ada, @bob: @cid!           | ada bob cid
            @ada/@bob                   | ada bob
            ＠ada                       | ada
            今日は、@ada                | ada
            @adaé                       |
            @ad                         |
            @a_name_that_is_longer_than_30_c |
            ...@...                     |
            @@ada                       |
            x@ada                       |
            ada@example.com             |
            first.last+x@example.co.uk  |
            @ada@example.com            |
            https://example.com/@ada    |
            example.com/@ada            |
            https://ada@example.com/    |
            """;

    @ParameterizedTest
    @MethodSource("hashtagExamples")
    void findsHashtags(String text, List<String> expected) {
        assertThat(hashtags(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("mentionExamples")
    void findsMentions(String text, List<String> expected) {
        assertThat(TextParts.of(text).usernames()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ABC, abc",
        "Straße, STRASSE",
        "Σίσυφος, ΣΊΣΥΦΟΣ",
        "ｆｕｌｌ, full",
        "ﬁne, FINE",
        "cafe\u0301, café",
        "می\u200cخواهم, میخواهم",
        "ｶﾞ, ガ"
    })
    void comparesByCompatibilityAndCaseFolding(String one, String other) {
        assertThat(TextParts.of("#" + one + " #" + other).hashtags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.shown()).isEqualTo(one));
        assertThat(Hashtag.named(one).orElseThrow().id())
                .isEqualTo(Hashtag.named("#" + other).orElseThrow().id());
    }

    @Test
    void tellsAccentsApart() {
        assertThat(hashtags("#café #cafe #CAFÉ")).containsExactly("café", "cafe");
        assertThat(Hashtag.named("ısı").orElseThrow().key()).isNotEqualTo("isi");
    }

    @ParameterizedTest
    @CsvSource({"''", "#", "'a b'", "a-b", "a#b", "1", "'#1'", "\uD83D\uDC4D", "'a '", "'a\0'"})
    void namesNoHashtagByOtherTexts(String text) {
        assertThat(Hashtag.named(text)).isEmpty();
    }

    @Test
    void limitsLengthAndNumber() {
        String longest = "x".repeat(Hashtag.MAX_LENGTH);
        assertThat(hashtags("#" + longest + " #y" + longest)).containsExactly(longest);
        // One character, whose compatibility form has 18.
        assertThat(hashtags("#" + "\uFDFA".repeat(6))).isEmpty();

        assertThat(hashtags(numbered("#t"))).hasSize(TextParts.MAX_HASHTAGS).contains("t29");
        assertThat(TextParts.of(numbered("@user")).usernames())
                .hasSize(TextParts.MAX_MENTIONS)
                .contains("user49");
    }

    @Test
    void takesTimeInProportionToTheLength() {
        for (String hostile :
                List.of(
                        "a", "a.", "#", "@", "#a", "@a", "a@", "a@b.", "www.", "a:", "://",
                        "-.a/")) {
            String text = hostile.repeat(5_000 / hostile.length());
            Assertions.assertTimeout(Duration.ofSeconds(1), () -> TextParts.of(text), hostile);
        }
    }

    private static String numbered(String prefix) {
        return IntStream.range(0, 60).mapToObj(i -> prefix + i).collect(Collectors.joining(" "));
    }

    private static List<String> hashtags(String text) {
        return TextParts.of(text).hashtags().stream().map(Hashtag::shown).toList();
    }

    private static List<Arguments> hashtagExamples() {
        return examples(HASHTAGS);
    }

    private static List<Arguments> mentionExamples() {
        return examples(MENTIONS);
    }

    /** Lines of a text, a bar, and the words that are expected. */
    private static List<Arguments> examples(String lines) {
        return lines.lines()
                .map(line -> line.split("\\|", 2))
                .map(parts -> Arguments.of(parts[0].strip(), words(parts[1].strip())))
                .toList();
    }

    private static List<String> words(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
    }
}
