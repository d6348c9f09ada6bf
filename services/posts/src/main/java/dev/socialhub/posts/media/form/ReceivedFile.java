package dev.socialhub.posts.media.form;

import java.nio.file.Path;

/**
 * A file of a form, on the disk until the form is closed.
 *
 * @param name in errors
 * @param digest SHA-256 in hexadecimal digits
 */
public record ReceivedFile(String name, Path path, String digest) {}
