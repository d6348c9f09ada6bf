/**
 * Replicas that services keep of other services' data: comparing them with the owner, and
 * correcting them.
 */
@NullMarked
package dev.socialhub.cli.projections;

import org.jspecify.annotations.NullMarked;
