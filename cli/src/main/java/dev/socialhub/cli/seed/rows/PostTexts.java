package dev.socialhub.cli.seed.rows;

import java.util.List;
import java.util.function.Supplier;

/** The texts of posts: sentences of the user's language with hashtags, mentions and emoji. */
final class PostTexts {
    private static final double LONG = 0.02;
    private static final double HASHTAG = 0.45;
    private static final double MENTION = 0.15;
    private static final double PICTURE = 0.4;

    private final List<String> emoji = Language.emoji();

    /**
     * A post's text.
     *
     * @param mentioned supplies the username to mention, if any is
     */
    String post(Language language, Supplier<String> mentioned, SeededRandom random) {
        int sentences = random.chance(LONG) ? 8 + random.below(8) : 1 + random.below(3);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(i == 0 ? "" : random.chance(0.15) ? "\n" : " ");
            text.append(filled(random.pick(language.lines()), language, random));
        }
        if (random.chance(MENTION)) {
            text.append(" @").append(mentioned.get());
        }
        if (random.chance(HASHTAG)) {
            text.append(hashtag(language, random));
            text.append(random.chance(0.3) ? hashtag(language, random) : "");
        }
        if (random.chance(PICTURE)) {
            text.append(' ').append(random.pick(emoji));
        }
        return text.toString();
    }

    /** A sentence with its placeholders filled in. */
    static String filled(String line, Language language, SeededRandom random) {
        return line.replace("{topic}", random.pick(language.topics()))
                .replace("{place}", random.pick(language.places()));
    }

    private static String hashtag(Language language, SeededRandom random) {
        return " #" + random.pick(language.topics()).replace(" ", "");
    }
}
