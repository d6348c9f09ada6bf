package dev.socialhub.posts.media.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A place for the bytes of media. Objects never change: a key is put once, read, and deleted. Keys
 * consist of letters, digits, hyphens and slashes.
 */
public interface MediaStore {

    /** The name under which rows remember it; it never changes. */
    String name();

    /**
     * Stores an object. It is complete once the method has returned, also after a crash; putting it
     * again has no further effect.
     *
     * @throws IOException when the store doesn't answer or refuses the object
     */
    void put(String key, Path file, String type) throws IOException;

    /**
     * Opens a part of an object.
     *
     * @param from the first byte
     * @param length number of bytes, at least 1, all of them within the object
     * @return empty when there is no such object; the caller closes the stream
     * @throws IOException when the store doesn't answer
     */
    Optional<InputStream> open(String key, long from, long length) throws IOException;

    /**
     * Deletes an object, if there is one.
     *
     * @throws IOException when the store doesn't answer
     */
    void delete(String key) throws IOException;
}
