package dev.socialhub.e2e.survival;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.e2e.Client;
import dev.socialhub.testkit.history.Operation;
import dev.socialhub.testkit.history.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Users whose sign-up was acknowledged can log in, have a profile, and were welcomed once. */
final class AccountsCheck implements Check {

    private final Client gateway;
    private final Operations operations;

    AccountsCheck(Client gateway, Operations operations) {
        this.gateway = gateway;
        this.operations = operations;
    }

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (Operation signUp : operations.of(Deeds.SIGN_UP).ok()) {
            violations.addAll(of(signUp.value(), signUp.answer()));
        }
        return violations;
    }

    private List<String> of(String username, String id) {
        Client.Answer logIn =
                gateway.post(
                        "/api/v1/auth/login",
                        Map.of("identifier", username, "password", Deeds.PASSWORD));
        if (logIn.status() != 200) {
            return List.of(username + " can't log in: " + logIn.status() + " " + logIn.text());
        }
        Client client = gateway.as(logIn.json().get("token").asText());
        List<String> violations = new ArrayList<>();
        if (!logIn.json().at("/user/id").asText().equals(id)) {
            violations.add(username + " was told to be " + id + " but logs in as " + logIn.text());
        }
        violations.addAll(profile(client, username, id));
        violations.addAll(welcome(client, username));
        return violations;
    }

    private static List<String> profile(Client client, String username, String id) {
        Client.Answer profile = client.get("/api/v1/users/" + username);
        return profile.status() == 200 && profile.json().get("id").asText().equals(id)
                ? List.of()
                : List.of(username + " has no profile: " + profile.status() + " " + profile.text());
    }

    private static List<String> welcome(Client client, String username) {
        List<String> types =
                Pages.all(client, "/api/v1/notifications").stream()
                        .map((JsonNode item) -> item.get("type").asText())
                        .toList();
        return types.equals(List.of("WELCOME"))
                ? List.of()
                : List.of(username + " has the notifications " + types);
    }
}
