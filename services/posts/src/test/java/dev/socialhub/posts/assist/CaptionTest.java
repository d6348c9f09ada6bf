package dev.socialhub.posts.assist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptionTest {

    @Test
    void keepsTheFirstThreeHashtags() {
        Caption caption = Caption.of("Waves at dusk #sea #Sun #sand #fun", "beach");

        assertThat(caption.text()).isEqualTo("Waves at dusk");
        assertThat(caption.hashtags()).containsExactly("sea", "Sun", "sand");
        assertThat(caption.withHashtags()).isEqualTo("Waves at dusk #sea #Sun #sand");
    }

    @Test
    void makesMissingHashtagsOfTheTopic() {
        assertThat(Caption.of("Waves #sea", "An evening at the Sea in Split").hashtags())
                .containsExactly("sea", "evening", "the");
    }

    @Test
    void hasThreeHashtagsWhateverTheTopicIs() {
        assertThat(Caption.of("", "42").hashtags()).hasSize(3).doesNotContain("42");
        assertThat(Caption.of("#a #A #a", "a").hashtags()).hasSize(3).startsWith("a");
        assertThat(Caption.of("", "\u6771\u4eac\u306e\u591c").hashtags())
                .hasSize(3)
                .startsWith("\u6771\u4eac\u306e\u591c");
    }

    /** The hashtags of a caption are those that a post with this text has. */
    @Test
    void knowsHashtagsAsPostsDo() {
        Caption caption =
                Caption.of("Route #66 a#b \uFF03Tokyo #\u0645\u06CC\u200C\u062E #\u00C5", "x");

        assertThat(caption.text()).isEqualTo("Route #66 a#b");
        assertThat(caption.hashtags())
                .containsExactly("Tokyo", "\u0645\u06CC\u200C\u062E", "\u00C5");
    }

    @Test
    void saysTheTopicWhereThereIsNoText() {
        assertThat(Caption.of("#one #two #three", "Tea").withHashtags())
                .isEqualTo("Tea #one #two #three");
    }
}
