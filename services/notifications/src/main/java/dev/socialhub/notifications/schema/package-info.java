/** What operators compare and repair of the stored notifications. */
@NullMarked
package dev.socialhub.notifications.schema;

import org.jspecify.annotations.NullMarked;
