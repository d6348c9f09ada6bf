package dev.socialhub.posts.assist;

import dev.socialhub.contracts.post.PostLimits;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import dev.socialhub.shared.text.PlainTextRule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes drafts for users, up to their daily limit. A model that doesn't answer is replaced by the
 * local generator; each answer names the one that wrote it.
 */
@Singleton
final class WriteDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(WriteDrafts.class);

    private final TextGenerator preferred;
    private final LocalGenerator local;
    private final AllowanceRepository allowances;
    private final AssistMetrics metrics;
    private final int dailyLimit;
    private final Clock clock;

    WriteDrafts(
            Generators generators,
            AllowanceRepository allowances,
            AssistMetrics metrics,
            AssistConfiguration configuration,
            Clock clock) {
        this.preferred = generators.preferred();
        this.local = generators.local();
        this.allowances = allowances;
        this.metrics = metrics;
        this.dailyLimit = configuration.dailyLimit();
        this.clock = clock;
    }

    /**
     * Writes a post.
     *
     * @throws ProblemException 422 when the generator refuses the topic, 429 beyond the daily limit
     */
    GeneratedContent content(NamedUser user, ContentRequest request) {
        String topic = Objects.requireNonNull(request.topic());
        String tone = Objects.requireNonNull(request.tone());
        Written written = write(user, generator -> generator.content(topic, tone));
        return new GeneratedContent(shortened(written.text()), written.provider());
    }

    /**
     * Writes a caption with three hashtags.
     *
     * @throws ProblemException 422 when the generator refuses the topic, 429 beyond the daily limit
     */
    GeneratedCaption caption(NamedUser user, CaptionRequest request) {
        String topic = Objects.requireNonNull(request.topic());
        Written written = write(user, generator -> generator.caption(topic));
        Caption caption = Caption.of(written.text(), topic);
        return new GeneratedCaption(caption.withHashtags(), caption.hashtags(), written.provider());
    }

    private Written write(NamedUser user, Function<TextGenerator, String> text) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        LocalDate today = now.toLocalDate();
        if (!allowances.take(user.userId(), today, dailyLimit)) {
            throw ProblemException.retryLater(
                    ProblemType.TOO_MANY_REQUESTS,
                    "No more than %d texts are generated for a user on a day."
                            .formatted(dailyLimit),
                    Duration.between(now, today.plusDays(1).atStartOfDay(ZoneOffset.UTC)));
        }
        Written written = preferredOrLocal(text);
        metrics.written(written.provider());
        return written;
    }

    private Written preferredOrLocal(Function<TextGenerator, String> text) {
        try {
            return new Written(text.apply(preferred), preferred.name());
        } catch (GeneratorUnavailable e) {
            LOG.warn("{} is unavailable; the local generator writes instead", preferred.name(), e);
            metrics.unavailable(preferred.name());
            return new Written(text.apply(local), local.name());
        }
    }

    /** Models sometimes write more than they were asked to, or characters that posts can't have. */
    private static String shortened(String text) {
        String plain = PlainTextRule.normalised(text).replaceAll("\\p{Cs}|[\\p{Cc}&&[^\n\t]]", "");
        return plain.codePointCount(0, plain.length()) <= PostLimits.CONTENT
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, PostLimits.CONTENT));
    }

    private record Written(String text, String provider) {}
}
