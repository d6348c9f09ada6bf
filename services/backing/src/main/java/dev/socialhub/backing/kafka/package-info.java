@NullMarked
package dev.socialhub.backing.kafka;

import org.jspecify.annotations.NullMarked;
