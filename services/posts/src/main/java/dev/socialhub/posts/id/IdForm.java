package dev.socialhub.posts.id;

import dev.socialhub.shared.problem.ProblemException;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The form of ids in requests: of posts, comments and media. */
public final class IdForm {

    /** A regular expression of all ids. */
    public static final String REGEX = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Pattern UUID_FORM = Pattern.compile(REGEX);

    private IdForm() {}

    /** Parses an id, with the error to throw for a text that can't be one. */
    public static UUID parse(String text, Supplier<ProblemException> otherwise) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw otherwise.get();
        }
        return UUID.fromString(text);
    }
}
