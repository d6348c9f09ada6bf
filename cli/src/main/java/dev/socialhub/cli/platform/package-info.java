/** The processes of the platform: started, stopped and looked at. */
@NullMarked
package dev.socialhub.cli.platform;

import org.jspecify.annotations.NullMarked;
