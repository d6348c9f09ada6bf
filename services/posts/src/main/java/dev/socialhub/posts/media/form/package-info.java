/** Forms with files, read part by part onto the disk. */
@NullMarked
package dev.socialhub.posts.media.form;

import org.jspecify.annotations.NullMarked;
