package dev.socialhub.cli.platform;

import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import dev.socialhub.manifest.Store;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * The names of all processes of a platform with the default instances, by which a shell may
 * complete.
 */
public final class ProcessNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Stream.concat(
                        Stream.of(Store.values()).map(Store::label),
                        PlatformManifest.packaged().services().stream().map(ServiceEntry::name))
                .iterator();
    }
}
