/** Whether, how often and how soon people are told of what happened. */
@NullMarked
package dev.socialhub.loadtest.notice;

import org.jspecify.annotations.NullMarked;
