@NullMarked
package dev.socialhub.posts.media.form;

import org.jspecify.annotations.NullMarked;
