/** A client of Prometheus, a Prometheus that is started for a while, and its programs. */
@NullMarked
package dev.socialhub.cli.prometheus;

import org.jspecify.annotations.NullMarked;
