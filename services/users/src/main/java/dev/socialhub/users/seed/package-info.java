/**
 * Profiles and edges of generated users, for operators who want data to look at or measure with.
 */
@NullMarked
package dev.socialhub.users.seed;

import org.jspecify.annotations.NullMarked;
