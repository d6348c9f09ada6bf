package dev.socialhub.ops.projection;

import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** How a row of a copy is compared with its owner's, which was read later. */
public interface RowComparison<R> {

    /** The version, for operators to read. */
    String versionOf(R row);

    /**
     * A newer version in the copy can't be correct, unless another service made it.
     *
     * @return {@link Verdict#BEHIND}, {@link Verdict#WRONG}, or null when they agree
     */
    @Nullable Verdict compare(R held, R owned);

    /** Whether a row of the copy is at least as new as the owner's was at some time. */
    boolean hasReached(R held, R due);

    /**
     * The comparison of rows that have one version.
     *
     * @param same whether two rows of the same version have the same content
     */
    static <R> RowComparison<R> byVersion(ToLongFunction<R> version, BiPredicate<R, R> same) {
        return new RowComparison<>() {
            @Override
            public String versionOf(R row) {
                return Long.toString(version.applyAsLong(row));
            }

            @Override
            public @Nullable Verdict compare(R held, R owned) {
                if (!hasReached(held, owned)) {
                    return Verdict.BEHIND;
                }
                boolean agree =
                        version.applyAsLong(held) == version.applyAsLong(owned)
                                && same.test(held, owned);
                return agree ? null : Verdict.WRONG;
            }

            @Override
            public boolean hasReached(R held, R due) {
                return version.applyAsLong(held) >= version.applyAsLong(due);
            }
        };
    }
}
