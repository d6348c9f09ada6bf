package dev.socialhub.cli.derived;

/**
 * Something that a service derives from what it or another owns, by the service's name and its own.
 */
public record Derived(String service, String name) {
    @Override
    public String toString() {
        return service + "/" + name;
    }
}
