/** Whether a running platform works: in stages from cheap to whole, each with its fix. */
@NullMarked
package dev.socialhub.cli.verify;

import org.jspecify.annotations.NullMarked;
