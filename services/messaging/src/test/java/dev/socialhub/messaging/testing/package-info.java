/** Writers and brokers that the tests of the outbox and the inbox share. */
@NullMarked
package dev.socialhub.messaging.testing;

import org.jspecify.annotations.NullMarked;
