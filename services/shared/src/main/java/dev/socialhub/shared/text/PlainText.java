package dev.socialhub.shared.text;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that users type: its length counts code points after normalisation, so that a family of
 * emoji costs what it looks like. It is one line without control characters, unless it may have
 * {@link #lines}. Null passes.
 */
@Documented
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, ANNOTATION_TYPE, TYPE_USE})
public @interface PlainText {

    /**
     * Least number of code points, without white space at both ends. With 1 or more, text of which
     * nothing can be seen is refused as blank.
     */
    int min() default 0;

    /** Greatest number of code points. */
    int max();

    /** Whether it may have several lines, and tabs and marks of direction in them. */
    boolean lines() default false;

    String message() default "must be text without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
