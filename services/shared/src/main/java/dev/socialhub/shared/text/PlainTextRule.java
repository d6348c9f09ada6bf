package dev.socialhub.shared.text;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what {@link PlainText} lets pass. */
@Singleton
public final class PlainTextRule implements ConstraintValidator<PlainText, String> {

    /**
     * The grapheme joiner, the Hangul fillers and the empty Braille pattern: letters or symbols by
     * their category, blank on every screen. The variation selectors are looked at beside them.
     */
    private static final String INVISIBLE = "\u034F\u115F\u1160\u2800\u3164\uFFA0";

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?|[\u2028\u2029]");

    /** Unpaired surrogates are no text to PostgreSQL, and control characters none to a terminal. */
    private static final Pattern REFUSED_IN_LINES = Pattern.compile("\\p{Cs}|[\\p{Cc}&&[^\n\t]]");

    /**
     * Beyond that, what would break the line or change what stands around it: embeddings, overrides
     * and isolates of direction, deprecated format characters, anchors of annotations, language
     * tags.
     */
    private static final Pattern REFUSED_IN_ONE_LINE =
            Pattern.compile(
                    "[\\p{Cs}\\p{Cc}\\u202A-\\u202E\\u2066-\\u206F\\uFFF9-\\uFFFB\\x{E0001}]");

    /**
     * How text is kept: NFC, so that the same letters compare equal however they were typed, and
     * every line break as a newline.
     */
    public static String normalised(String text) {
        return LINE_BREAK.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("\n");
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
        boolean lines = annotation.isTrue("lines");
        if ((lines ? REFUSED_IN_LINES : REFUSED_IN_ONE_LINE).matcher(text).find()) {
            return fail(
                    context,
                    lines
                            ? "must not contain control characters"
                            : "must be one line without control characters");
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
}
