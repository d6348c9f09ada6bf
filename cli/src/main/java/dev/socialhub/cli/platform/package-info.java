/** The processes of the platform: starting, stopping and inspecting them. */
@NullMarked
package dev.socialhub.cli.platform;

import org.jspecify.annotations.NullMarked;
