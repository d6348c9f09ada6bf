package dev.socialhub.shared.dependency;

/** A server or another service that this one needs. Whatever is declared as a bean is watched. */
public interface Dependency {

    /** Such as {@code postgresql}: one of few words, the same in every service. */
    String name();

    /**
     * Checks whether it answers, on a thread that may block, for about two seconds.
     *
     * @throws Exception whatever goes wrong means that it doesn't answer
     */
    boolean answers() throws Exception;
}
