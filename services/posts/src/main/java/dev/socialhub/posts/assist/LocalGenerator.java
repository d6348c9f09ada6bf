package dev.socialhub.posts.assist;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Assembles texts from sentences, without a language model: the same topic and tone always give the
 * same text. It is what a new platform uses, and what replaces a model that doesn't answer.
 */
@Singleton
final class LocalGenerator implements TextGenerator {

    static final String NAME = "local";

    private static final List<String> OPENINGS =
            List.of(
                    "Today it's all about %s.",
                    "I've been thinking about %s.", "A few words on %s.", "Let's talk about %s.");

    private static final Map<String, List<String>> MIDDLES =
            Map.of(
                    "professional",
                    List.of(
                            "What matters most to me is what we learn from it and how we apply it.",
                            "Small, steady improvements make the difference here."),
                    "funny",
                    List.of(
                            "I had a plan. The plan had other plans.",
                            "Experts disagree with me, but I haven't asked any."),
                    "inspirational",
                    List.of(
                            "Every step counts, also the small ones.",
                            "Begin where you are, and see how far it takes you."));

    private static final List<String> OTHER_MIDDLES =
            List.of(
                    "There is more to it than it seems at first.",
                    "It keeps surprising me, and I like that.");

    private static final List<String> ENDINGS =
            List.of(
                    "What do you think?",
                    "How do you see it?",
                    "Tell me about your experience.",
                    "What would you add?");

    private static final List<String> CAPTIONS =
            List.of(
                    "All about %s.",
                    "A moment of %s.",
                    "This is what %s looks like today.",
                    "%s, and nothing else.");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String content(String topic, String tone) {
        List<String> middles = MIDDLES.getOrDefault(tone.toLowerCase(Locale.ROOT), OTHER_MIDDLES);
        int choice = (topic + '\n' + tone).hashCode();
        return String.join(
                " ",
                chosen(OPENINGS, choice).formatted(topic),
                chosen(middles, choice >>> 8),
                chosen(ENDINGS, choice >>> 16));
    }

    @Override
    public String caption(String topic) {
        return chosen(CAPTIONS, topic.hashCode()).formatted(topic);
    }

    private static String chosen(List<String> sentences, int choice) {
        return sentences.get(Math.floorMod(choice, sentences.size()));
    }
}
