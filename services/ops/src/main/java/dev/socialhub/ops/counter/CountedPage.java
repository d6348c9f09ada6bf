package dev.socialhub.ops.counter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a page.
 *
 * @param checked how many counts were looked at
 * @param wrong those that are not what they should be, each in words, {@code <key> followers 7,
 *     should be 5}
 * @param next what to ask for the following page with; null at the end
 */
public record CountedPage(int checked, List<String> wrong, @Nullable String next) {

    public CountedPage {
        wrong = List.copyOf(wrong);
    }
}
