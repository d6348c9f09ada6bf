@NullMarked
package dev.socialhub.cli.compose;

import org.jspecify.annotations.NullMarked;
