package dev.socialhub.posts.media.form;

import java.util.Set;

/**
 * What a form may contain besides its files, whose parts are named {@code file}.
 *
 * @param fields the names of texts
 * @param maxFiles how many files
 */
public record FormRules(Set<String> fields, int maxFiles) {

    static final String FILE = "file";

    public FormRules {
        fields = Set.copyOf(fields);
    }

    /** The name of a file in errors. */
    public String nameOf(int file) {
        return maxFiles == 1 ? FILE : FILE + "[" + file + "]";
    }
}
