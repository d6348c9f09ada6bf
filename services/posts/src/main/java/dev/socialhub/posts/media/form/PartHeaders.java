package dev.socialhub.posts.media.form;

import dev.socialhub.shared.problem.ProblemException;
import java.util.Locale;
import org.apache.commons.fileupload2.core.ParameterParser;

/** The lines before the content of a part. */
final class PartHeaders {

    private static final String DISPOSITION = "content-disposition:";

    private PartHeaders() {}

    /**
     * The name of the part.
     *
     * @throws ProblemException 422 when it has none
     */
    static String name(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION))
                .findFirst()
                .map(line -> parameter(line.substring(DISPOSITION.length()), "name"))
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> ProblemException.invalid("form", "has a part without a name"));
    }

    /** A parameter of a header's value, or an empty text. */
    static String parameter(String value, String name) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        String found = parser.parse(value, ';').get(name);
        return found == null ? "" : found;
    }
}
