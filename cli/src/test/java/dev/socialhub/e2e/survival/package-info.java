/**
 * Whether the platform keeps its guarantees while its processes die: clients that retry, injected
 * kills, and checks that compare the final state with what was acknowledged.
 */
@NullMarked
package dev.socialhub.e2e.survival;

import org.jspecify.annotations.NullMarked;
