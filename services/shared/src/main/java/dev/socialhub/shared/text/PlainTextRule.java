package dev.socialhub.shared.text;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Decides what {@link PlainText} lets pass. */
@Singleton
public final class PlainTextRule implements ConstraintValidator<PlainText, String> {

    /**
     * The grapheme joiner, the Hangul fillers and the empty Braille pattern: letters or symbols by
     * their category, blank on every screen. The variation selectors are looked at beside them.
     */
    private static final String INVISIBLE = "\u034F\u115F\u1160\u2800\u3164\uFFA0";

    /** How text is kept: NFC, so that the same letters compare equal however they were typed. */
    public static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    @Override
    public boolean isValid(
            @Nullable String value,
            AnnotationValue<PlainText> annotation,
            ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        int min = annotation.intValue("min").orElse(0);
        int max = annotation.intValue("max").orElse(Integer.MAX_VALUE);
        // Each code point needs at most two chars and NFC at most triples: spare the work on a
        // flood.
        if (value.length() / 6 > max) {
            return fail(context, "must be at most " + max + " characters long");
        }
        String text = normalised(value);
        if (text.codePoints().anyMatch(PlainTextRule::isRefused)) {
            return fail(context, "must not contain control characters");
        }
        if (text.codePointCount(0, text.length()) > max) {
            return fail(context, "must be at most " + max + " characters long");
        }
        if (min >= 1 && text.codePoints().noneMatch(PlainTextRule::isVisible)) {
            return fail(context, "must not be blank");
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) < min) {
            return fail(
                    context,
                    min == 1
                            ? "must not be blank"
                            : "must be at least " + min + " characters long");
        }
        return true;
    }

    private static boolean fail(ConstraintValidatorContext context, String message) {
        context.messageTemplate(message);
        return false;
    }

    /**
     * Marks of direction, joiners and fillers are allowed within text, but are none by themselves.
     */
    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && Character.getType(codePoint) != Character.CONTROL
                && INVISIBLE.indexOf(codePoint) < 0
                && !(codePoint >= 0xFE00 && codePoint <= 0xFE0F);
    }

    private static boolean isRefused(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.SURROGATE
                || (type == Character.CONTROL
                        && codePoint != '\n'
                        && codePoint != '\t'
                        && codePoint != '\r');
    }
}
