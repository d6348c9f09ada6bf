package dev.socialhub.cli.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A group that reads the topic.
 *
 * @param policy as its service declares it: PROJECT, SUPPRESS or REFUSE
 * @param hit whether the replay is for it
 * @param effect what happens to the events there, in words
 */
@JsonPropertyOrder({"group", "service", "policy", "hit", "effect"})
record ReplayConsumer(String group, String service, String policy, boolean hit, String effect) {
    static ReplayConsumer of(String group, String service, String policy, boolean asked) {
        boolean refuses = policy.equals("REFUSE");
        String effect =
                switch (policy) {
                    case "REFUSE" -> "accepts no replay: left out";
                    case "SUPPRESS" -> "handles them; what reaches users is left out";
                    default -> "handles them; none takes effect twice";
                };
        return new ReplayConsumer(
                group,
                service,
                policy,
                asked && !refuses,
                asked || refuses ? effect : "not asked for");
    }

    boolean refuses() {
        return policy.equals("REFUSE");
    }
}
