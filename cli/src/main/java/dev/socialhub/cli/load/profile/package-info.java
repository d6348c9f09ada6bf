/** What is promised of the platform, and the load that is offered to test whether that is kept. */
@NullMarked
package dev.socialhub.cli.load.profile;

import org.jspecify.annotations.NullMarked;
