/** Going through what services have derived, page by page: copies and counts. */
@NullMarked
package dev.socialhub.cli.derived;

import org.jspecify.annotations.NullMarked;
