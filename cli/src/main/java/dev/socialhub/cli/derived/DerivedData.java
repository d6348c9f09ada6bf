package dev.socialhub.cli.derived;

/**
 * Something that a service derives from its own or another service's data: the name of the service
 * and that of the derived data.
 */
public record DerivedData(String service, String name) {
    @Override
    public String toString() {
        return service + "/" + name;
    }
}
