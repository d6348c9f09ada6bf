/** What an uploaded file is, and how a picture is made ready to be served; pure code on files. */
@NullMarked
package dev.socialhub.posts.media.image;

import org.jspecify.annotations.NullMarked;
