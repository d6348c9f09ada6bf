/**
 * Compares a service's copy of another service's data with the owner's rows, and corrects the copy,
 * while both keep changing.
 */
@NullMarked
package dev.socialhub.ops.projection;

import org.jspecify.annotations.NullMarked;
