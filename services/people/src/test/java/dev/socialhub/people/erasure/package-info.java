@NullMarked
package dev.socialhub.people.erasure;

import org.jspecify.annotations.NullMarked;
