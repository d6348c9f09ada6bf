package dev.socialhub.cli.seed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What became of one kind of rows.
 *
 * @param rows how many belong to the data
 * @param added how many this run has added
 * @param leftOut how many have no place, such as those of people who were deleted since
 */
@JsonPropertyOrder({"name", "service", "rows", "added", "leftOut"})
record StageResult(String name, String service, int rows, long added, long leftOut) {}
