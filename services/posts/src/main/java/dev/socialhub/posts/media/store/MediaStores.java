package dev.socialhub.posts.media.store;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The configured stores. New media go into one of them; old media stay in the one they are in. */
@Singleton
public final class MediaStores {

    private final Map<String, MediaStore> stores;
    private final MediaStore current;

    MediaStores(List<MediaStore> stores, @Value("${posts.media.store}") String current) {
        this.stores =
                stores.stream().collect(Collectors.toMap(MediaStore::name, Function.identity()));
        this.current = named(current);
    }

    /** The one for new media. */
    public MediaStore current() {
        return current;
    }

    public Set<String> names() {
        return stores.keySet();
    }

    /**
     * The one that a row names.
     *
     * @throws IllegalStateException when it isn't configured
     */
    public MediaStore named(String name) {
        MediaStore store = stores.get(name);
        if (store == null) {
            throw new IllegalStateException(
                    "the media store '%s' is not configured; configured are %s"
                            .formatted(name, stores.keySet()));
        }
        return store;
    }
}
