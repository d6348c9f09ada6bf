package dev.socialhub.ops.checksum;

import java.util.List;

/**
 * Reads all that this service holds in one kind of store, but for what merely serves its working.
 */
public interface Checksums {

    /** One for each table or collection, by name; all of them of one moment where that can be. */
    List<Checksum> take();
}
