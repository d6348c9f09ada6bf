/** Fills a platform with people who are made up. */
@NullMarked
package dev.socialhub.cli.seed;

import org.jspecify.annotations.NullMarked;
