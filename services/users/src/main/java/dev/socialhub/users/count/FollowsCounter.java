package dev.socialhub.users.count;

import dev.socialhub.accounts.PersonName;
import dev.socialhub.accounts.PersonName.ById;
import dev.socialhub.ops.counter.CountedPage;
import dev.socialhub.ops.counter.Counter;
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
    private final RecountFollows recounting;

    FollowsCounter(RecountRepository recounts, RecountFollows recounting) {
        this.recounts = recounts;
        this.recounting = recounting;
    }

    @Override
    public String name() {
        return "follows";
    }

    @Override
    public void requireKey(String text) {
        if (!(PersonName.of(text).orElse(null) instanceof ById)) {
            throw ProblemException.invalid("after", "is not an id");
        }
    }

    @Override
    public CountedPage verify(@Nullable String after, int limit) {
        return page(compare(after, limit), limit);
    }

    @Override
    public CountedPage recount(@Nullable String after, int limit) {
        List<CountComparison> people = compare(after, limit);
        List<UUID> wrong =
                people.stream()
                        .filter(CountComparison::isWrong)
                        .map(CountComparison::userId)
                        .toList();
        for (int from = 0; from < wrong.size(); from += BATCH) {
            recounting.recount(wrong.subList(from, Math.min(wrong.size(), from + BATCH)));
        }
        return page(people, limit);
    }

    private List<CountComparison> compare(@Nullable String after, int limit) {
        return recounts.compare(after == null ? FIRST : UUID.fromString(after), limit);
    }

    private static CountedPage page(List<CountComparison> people, int limit) {
        return new CountedPage(
                people.size(),
                people.stream()
                        .filter(CountComparison::isWrong)
                        .map(CountComparison::text)
                        .toList(),
                people.size() < limit ? null : people.getLast().userId().toString());
    }
}
