/** How the gateway answers when no service does: answers in full, and refusals as problems. */
@NullMarked
package dev.socialhub.gateway.answer;

import org.jspecify.annotations.NullMarked;
