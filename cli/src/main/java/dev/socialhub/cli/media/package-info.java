/** Pictures and videos that no post needs. */
@NullMarked
package dev.socialhub.cli.media;

import org.jspecify.annotations.NullMarked;
