/** Consumer groups: how they are, how far behind, and having them go on from elsewhere. */
@NullMarked
package dev.socialhub.cli.groups;

import org.jspecify.annotations.NullMarked;
