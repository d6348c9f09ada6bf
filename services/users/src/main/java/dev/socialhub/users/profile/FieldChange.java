package dev.socialhub.users.profile;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The change of one field that a PATCH requests. An absent field requests no change, while JSON's
 * null clears the field.
 *
 * @param value the new value, null to clear; meaningless unless asked
 */
record FieldChange<T>(boolean asked, @Nullable T value) {

    static <T> FieldChange<T> none() {
        return new FieldChange<>(false, null);
    }

    static <T> FieldChange<T> to(@Nullable T value) {
        return new FieldChange<>(true, value);
    }

    @Nullable T orKeep(@Nullable T current) {
        return asked ? value : current;
    }

    /** The same change with its value, if there is one, converted. */
    FieldChange<T> map(Function<T, @Nullable T> form) {
        return asked && value != null ? to(form.apply(value)) : this;
    }
}
