/** Asking a Prometheus, starting one for a while, and its programs. */
@NullMarked
package dev.socialhub.cli.prometheus;

import org.jspecify.annotations.NullMarked;
