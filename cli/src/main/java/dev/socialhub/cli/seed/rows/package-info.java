/** Generated users, their follows and their posts: always the same for the same number. */
@NullMarked
package dev.socialhub.cli.seed.rows;

import org.jspecify.annotations.NullMarked;
