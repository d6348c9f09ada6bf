package dev.socialhub.cli.seed.world;

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
    String post(Language language, Supplier<String> mentioned, SeededRandom dice) {
        int sentences = dice.chance(LONG) ? 8 + dice.below(8) : 1 + dice.below(3);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(i == 0 ? "" : dice.chance(0.15) ? "\n" : " ");
            text.append(filled(dice.pick(language.lines()), language, dice));
        }
        if (dice.chance(MENTION)) {
            text.append(" @").append(mentioned.get());
        }
        if (dice.chance(HASHTAG)) {
            text.append(hashtag(language, dice));
            text.append(dice.chance(0.3) ? hashtag(language, dice) : "");
        }
        if (dice.chance(PICTURE)) {
            text.append(' ').append(dice.pick(emoji));
        }
        return text.toString();
    }

    /** A sentence with its placeholders filled in. */
    static String filled(String line, Language language, SeededRandom dice) {
        return line.replace("{topic}", dice.pick(language.topics()))
                .replace("{place}", dice.pick(language.places()));
    }

    private static String hashtag(Language language, SeededRandom dice) {
        return " #" + dice.pick(language.topics()).replace(" ", "");
    }
}
