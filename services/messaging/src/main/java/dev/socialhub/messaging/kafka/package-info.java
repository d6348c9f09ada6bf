/** How a service reaches Kafka, and the topics it declares there. */
@NullMarked
package dev.socialhub.messaging.kafka;

import org.jspecify.annotations.NullMarked;
