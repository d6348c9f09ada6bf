/** Asking services over HTTP, as an operator and without credentials. */
@NullMarked
package dev.socialhub.cli.ops;

import org.jspecify.annotations.NullMarked;
