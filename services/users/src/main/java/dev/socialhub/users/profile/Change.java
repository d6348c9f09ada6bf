package dev.socialhub.users.profile;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a PATCH asks of one field. An absent field asks nothing, which JSON's null does not: it
 * clears.
 *
 * @param value the new value, null to clear; meaningless unless asked
 */
record Change<T>(boolean asked, @Nullable T value) {

    static <T> Change<T> none() {
        return new Change<>(false, null);
    }

    static <T> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    @Nullable T orKeep(@Nullable T current) {
        return asked ? value : current;
    }

    /** The same wish with its value, if there is one, put into another form. */
    Change<T> map(Function<T, @Nullable T> form) {
        return asked && value != null ? to(form.apply(value)) : this;
    }
}
