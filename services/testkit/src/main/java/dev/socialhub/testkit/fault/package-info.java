/** What goes wrong in a data centre, done on purpose: processes die and hang, lines break. */
@NullMarked
package dev.socialhub.testkit.fault;

import org.jspecify.annotations.NullMarked;
