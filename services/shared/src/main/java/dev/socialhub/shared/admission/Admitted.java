package dev.socialhub.shared.admission;

import io.micronaut.aop.Around;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What {@link ShortRequests} and {@link LongRequests} have in common: an interceptor is bound to
 * one annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
@Around
@ExecuteOn(TaskExecutors.BLOCKING)
public @interface Admitted {}
