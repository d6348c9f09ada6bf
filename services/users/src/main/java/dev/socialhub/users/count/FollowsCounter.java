package dev.socialhub.users.count;

import dev.socialhub.ops.counter.CountedPage;
import dev.socialhub.ops.counter.Counter;
import dev.socialhub.people.account.UserIdentifier;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares all users' counts with the active follows. */
@Singleton
final class FollowsCounter implements Counter {

    private static final UUID FIRST = new UUID(0, 0);

    /**
     * Users per transaction; until it ends they can't be erased, and their deltas can't be folded.
     */
    private static final int BATCH = 100;

    private final RecountRepository recounts;
    private final RecountFollows recountFollows;

    FollowsCounter(RecountRepository recounts, RecountFollows recountFollows) {
        this.recounts = recounts;
        this.recountFollows = recountFollows;
    }

    @Override
    public String name() {
        return "follows";
    }

    @Override
    public void requireKey(String text) {
        if (!(UserIdentifier.of(text).orElse(null) instanceof ById)) {
            throw ProblemException.invalid("after", "is not an id");
        }
    }

    @Override
    public CountedPage verify(@Nullable String after, int limit) {
        return page(compare(after, limit), limit);
    }

    @Override
    public CountedPage recount(@Nullable String after, int limit) {
        List<CountComparison> compared = compare(after, limit);
        List<UUID> wrong =
                compared.stream()
                        .filter(CountComparison::isWrong)
                        .map(CountComparison::userId)
                        .toList();
        for (int from = 0; from < wrong.size(); from += BATCH) {
            recountFollows.recount(wrong.subList(from, Math.min(wrong.size(), from + BATCH)));
        }
        return page(compared, limit);
    }

    private List<CountComparison> compare(@Nullable String after, int limit) {
        return recounts.compare(after == null ? FIRST : UUID.fromString(after), limit);
    }

    private static CountedPage page(List<CountComparison> compared, int limit) {
        return new CountedPage(
                compared.size(),
                compared.stream()
                        .filter(CountComparison::isWrong)
                        .map(CountComparison::text)
                        .toList(),
                compared.size() < limit ? null : compared.getLast().userId().toString());
    }
}
