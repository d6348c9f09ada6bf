/** Events about messages. */
@NullMarked
package dev.socialhub.contracts.chat;

import org.jspecify.annotations.NullMarked;
