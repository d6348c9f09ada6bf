package dev.socialhub.gateway.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The content of the landing page.
 *
 * @param version the gateway's release
 * @param address the address that the visitor used to reach the gateway
 * @param asOf the time of this state
 * @param logins users to log in as, if the platform has any
 */
record LandingView(
        String version,
        String address,
        Instant asOf,
        List<ServiceView> services,
        Optional<DemoLogins> logins) {

    LandingView {
        services = List.copyOf(services);
    }

    /** Summarises the state of the platform in a few words. */
    String summary() {
        List<String> down =
                services.stream()
                        .filter(one -> one.condition() == Condition.DOWN)
                        .map(ServiceView::name)
                        .toList();
        if (down.size() == services.size()) {
            return "No service is up";
        }
        if (!down.isEmpty()) {
            String last = down.getLast();
            String others = String.join(", ", down.subList(0, down.size() - 1));
            return others.isEmpty() ? last + " is down" : others + " and " + last + " are down";
        }
        boolean isWhole = services.stream().allMatch(one -> one.condition() == Condition.UP);
        return isWhole ? "Everything is up" : "Every service answers, but not every instance";
    }

    /** The health of the platform. */
    Condition condition() {
        if (services.stream().allMatch(one -> one.condition() == Condition.UP)) {
            return Condition.UP;
        }
        return services.stream().anyMatch(one -> one.condition() == Condition.DOWN)
                ? Condition.DOWN
                : Condition.DEGRADED;
    }
}
