package dev.socialhub.loadtest.profile;

import dev.socialhub.loadtest.format.Outcome.Finding;
import java.io.IOException;
import java.util.List;

/** Load that is ready to be offered. */
public interface Traffic {

    /** Offers the whole load, and returns when all operations have ended. */
    void run() throws InterruptedException;

    /** What is checked afterwards, besides speed. */
    default List<Finding> findings() throws IOException, InterruptedException {
        return List.of();
    }
}
