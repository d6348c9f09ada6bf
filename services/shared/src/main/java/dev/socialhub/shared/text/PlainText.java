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
 * Text that people type: its length counts code points after NFC normalisation, so that a family of
 * emoji costs what it looks like; tab and newline pass, other control characters and unpaired
 * surrogates don't, since neither PostgreSQL nor a terminal takes them well. Null passes.
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

    String message() default "must be text without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
