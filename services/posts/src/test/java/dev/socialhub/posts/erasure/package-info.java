@NullMarked
package dev.socialhub.posts.erasure;

import org.jspecify.annotations.NullMarked;
