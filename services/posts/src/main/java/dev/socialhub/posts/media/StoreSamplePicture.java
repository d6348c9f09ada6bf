package dev.socialhub.posts.media;

import dev.socialhub.posts.media.form.ReadForm;
import dev.socialhub.posts.media.form.ReceivedForm;
import dev.socialhub.posts.media.image.MediaFormat;
import dev.socialhub.posts.media.image.PrepareMedia;
import dev.socialhub.posts.media.image.PreparedMedia;
import dev.socialhub.posts.media.image.SamplePicture;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Gives drawn pictures to posts of sample users, whose names may not be known here yet. */
@Singleton
public final class StoreSamplePicture {

    private final ReadForm forms;
    private final PrepareMedia prepareMedia;
    private final StoreMedia storeMedia;
    private final MediaRepository rows;

    StoreSamplePicture(
            ReadForm forms,
            PrepareMedia prepareMedia,
            StoreMedia storeMedia,
            MediaRepository rows) {
        this.forms = forms;
        this.prepareMedia = prepareMedia;
        this.storeMedia = storeMedia;
        this.rows = rows;
    }

    /**
     * Draws a picture and attaches it to a post. Repeating it has no effect, unless the picture was
     * not stored completely before.
     *
     * @return false when the picture exists, or the author has no such post
     */
    public boolean store(UUID id, UUID postId, UUID authorId, Instant createdAt)
            throws IOException, InterruptedException {
        try (ReceivedForm form = forms.empty()) {
            Path drawn = SamplePicture.draw(id, form.folder().resolve("drawn"));
            PreparedMedia prepared = prepareMedia.prepare(drawn, MediaFormat.PNG, form.folder());
            Media media = storeMedia.media(id, authorId, prepared, null);
            if (!rows.addSample(media, postId, createdAt)) {
                return false;
            }
            storeMedia.put(media, prepared);
            return rows.attachSample(id, postId);
        }
    }

    /** How many of these there are. */
    public int count(Collection<UUID> ids) {
        return rows.countOf(ids);
    }
}
