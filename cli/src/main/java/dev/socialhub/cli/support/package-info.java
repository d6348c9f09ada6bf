/** Everything that somebody who helps from afar needs to see, and nothing that is secret. */
@NullMarked
package dev.socialhub.cli.support;

import org.jspecify.annotations.NullMarked;
