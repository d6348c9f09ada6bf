package dev.socialhub.notifications.head;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Someone's head as it truly is, also where the stored one lags behind its row. */
@Singleton
public final class ReadHead {

    private final HeadStore heads;
    private final FindRowEnd rowEnd;

    public ReadHead(HeadStore heads, FindRowEnd rowEnd) {
        this.heads = heads;
        this.rowEnd = rowEnd;
    }

    public Head of(UUID owner) {
        return complete(owner, heads.find(owner));
    }

    /** The same head with the true end of its row. */
    public Head complete(UUID owner, Head head) {
        return head.reaching(rowEnd.from(owner, head.lastSeq()));
    }
}
