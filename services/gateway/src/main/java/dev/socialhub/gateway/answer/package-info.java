/** The gateway's own answers: complete answers, and refusals as problem documents. */
@NullMarked
package dev.socialhub.gateway.answer;

import org.jspecify.annotations.NullMarked;
