/** HTTP as the tool speaks it. */
@NullMarked
package dev.socialhub.cli.http;

import org.jspecify.annotations.NullMarked;
