package dev.socialhub.posts.post;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-Match}: entity tags of a post that its client has seen. An edit replaces
 * what a version of the post says, so the versions in the tags are compared; new likes, for
 * example, change a tag but prevent no edit.
 *
 * @param header the values of the header, separated by commas; null if there is none
 */
record ExpectedVersions(@Nullable String header) {

    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");
    private static final String ANY = "*";

    static ExpectedVersions of(List<String> headers) {
        return new ExpectedVersions(headers.isEmpty() ? null : String.join(",", headers));
    }

    /** Whether the post may have this version. Without the header it may have every version. */
    boolean include(long version) {
        return header == null
                || SEPARATOR
                        .splitAsStream(header.strip())
                        .anyMatch(tag -> tag.equals(ANY) || PostTag.isOfVersion(tag, version));
    }
}
