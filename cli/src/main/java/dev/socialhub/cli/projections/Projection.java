package dev.socialhub.cli.projections;

/** A copy that a service keeps, by the service's name and its own. */
record Projection(String service, String name) {
    @Override
    public String toString() {
        return service + "/" + name;
    }
}
