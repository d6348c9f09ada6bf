/**
 * Whether the platform keeps its word while its processes die: clients that insist, somebody who
 * kills, and checks of what is left afterwards against what was acknowledged.
 */
@NullMarked
package dev.socialhub.e2e.survival;

import org.jspecify.annotations.NullMarked;
