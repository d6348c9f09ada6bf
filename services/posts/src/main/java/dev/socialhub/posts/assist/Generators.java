package dev.socialhub.posts.assist;

import jakarta.inject.Singleton;

/** Chooses the generator: Gemini where there is a key for it. */
@Singleton
final class Generators {

    private final LocalGenerator local;
    private final TextGenerator preferred;

    Generators(GeminiConfiguration configuration, GeminiGenerator gemini, LocalGenerator local) {
        this.local = local;
        this.preferred = configuration.isUsed() ? gemini : local;
    }

    TextGenerator preferred() {
        return preferred;
    }

    LocalGenerator local() {
        return local;
    }
}
