/**
 * What a command knows about a platform: its ports, secrets, instances and processes, resolved
 * once.
 */
@NullMarked
package dev.socialhub.cli.platform;

import org.jspecify.annotations.NullMarked;
