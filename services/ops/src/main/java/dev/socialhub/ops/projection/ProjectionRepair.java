package dev.socialhub.ops.projection;

import java.util.List;

/** What is done about the differences between a copy and its owner. */
public interface ProjectionRepair<R> {

    /** Those of the differences that have no good reason. */
    List<ProjectionDifference<R>> withoutReason(List<ProjectionDifference<R>> differences);

    /**
     * Makes the copy's rows what their owner has, in one transaction, each only while it is as it
     * was found or older.
     *
     * @return how many were changed
     */
    int mend(List<ProjectionDifference<R>> differences);
}
