/** Whether what a service stands on answers it. */
@NullMarked
package dev.socialhub.shared.dependency;

import org.jspecify.annotations.NullMarked;
