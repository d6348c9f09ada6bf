/** The tool's help in the forms that shells read: manual pages and completion. */
@NullMarked
package dev.socialhub.cli.man;

import org.jspecify.annotations.NullMarked;
