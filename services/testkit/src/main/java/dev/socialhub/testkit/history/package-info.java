/**
 * What clients did and what they were told, for checking afterwards whether the answers can all be
 * true. The terms are those of Jepsen.
 */
@NullMarked
package dev.socialhub.testkit.history;

import org.jspecify.annotations.NullMarked;
