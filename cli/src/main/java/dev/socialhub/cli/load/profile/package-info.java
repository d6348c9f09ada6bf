/** What is promised of the platform, and what is offered to it to see whether it holds. */
@NullMarked
package dev.socialhub.cli.load.profile;

import org.jspecify.annotations.NullMarked;
