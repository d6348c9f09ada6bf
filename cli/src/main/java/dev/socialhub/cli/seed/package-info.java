/** Fills a platform with generated users. */
@NullMarked
package dev.socialhub.cli.seed;

import org.jspecify.annotations.NullMarked;
