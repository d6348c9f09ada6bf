package dev.socialhub.posts.media.store;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** Cuts a part out of a stream. */
final class Ranges {

    private Ranges() {}

    /** So many bytes of a stream, which closing the result closes. */
    static InputStream within(InputStream all, long from, long length) throws IOException {
        all.skipNBytes(from);
        return BoundedInputStream.builder().setInputStream(all).setMaxCount(length).get();
    }
}
