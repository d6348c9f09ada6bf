package dev.socialhub.shared.idempotency;

import io.micronaut.aop.Around;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a request with an {@code Idempotency-Key} take effect once; see {@link Idempotency}. The
 * method belongs to a controller, answers a POST with an {@code HttpResponse}, and has the {@code
 * Caller} and the {@code @Body}, if there is one, as parameters. It runs in the transaction that
 * also stores its answer, so it asks no other service; the controller does that before it calls the
 * method.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Around
public @interface Idempotent {}
