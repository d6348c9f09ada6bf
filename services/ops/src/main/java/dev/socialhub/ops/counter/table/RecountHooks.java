package dev.socialhub.ops.counter.table;

import java.util.Collection;
import java.util.UUID;

/** What a service does around the correction of counts, in the same transaction. */
public interface RecountHooks {

    /** For counts that nothing depends on. */
    RecountHooks NONE =
            new RecountHooks() {
                @Override
                public void lock(Collection<UUID> ids) {}

                @Override
                public void recounted(Collection<UUID> ids) {}
            };

    /** Keeps away what must not happen meanwhile, before anything else is locked. */
    void lock(Collection<UUID> ids);

    /** Discards what was derived from the old counts. */
    void recounted(Collection<UUID> ids);
}
