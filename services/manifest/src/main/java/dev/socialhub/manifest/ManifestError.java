package dev.socialhub.manifest;

/** {@code services/platform.yml} can't be used; the message names the entry and what to change. */
public final class ManifestError extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    ManifestError(String entry, String problem) {
        super("services/platform.yml: " + entry + ": " + problem);
    }
}
