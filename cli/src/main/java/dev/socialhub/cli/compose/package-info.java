/** The platform on real servers, in containers: what its compose file needs from the operator. */
@NullMarked
package dev.socialhub.cli.compose;

import org.jspecify.annotations.NullMarked;
