/** Asking services over HTTP, as an operator and as anybody. */
@NullMarked
package dev.socialhub.cli.ops;

import org.jspecify.annotations.NullMarked;
