package dev.socialhub.cli.seed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The result for one kind of rows.
 *
 * @param rows how many belong to the data
 * @param added how many this run has added
 * @param leftOut how many could not be stored, such as those of users that were deleted since
 */
@JsonPropertyOrder({"name", "service", "rows", "added", "leftOut"})
record StageResult(String name, String service, int rows, long added, long leftOut) {}
