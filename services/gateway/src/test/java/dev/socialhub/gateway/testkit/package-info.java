@NullMarked
package dev.socialhub.gateway.testkit;

import org.jspecify.annotations.NullMarked;
