package dev.socialhub.cli.derived;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.check.ShellText;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has the services process all selected derived data of a kind. */
public final class Walk {
    private static final int PAGE = 1_000;

    /** A page has rows of both sides, so there are no more differences than this. */
    private static final int MAX_DIFFERENCES = 2 * PAGE;

    private final DerivedDataKind kind;
    private final WalkOptions options;
    private final List<String> only;
    private final Target target;
    private final OpsClient ops;

    /**
     * @param only names of the kind; empty for all
     */
    public Walk(DerivedDataKind kind, WalkOptions options, List<String> only, Target target) {
        this.kind = kind;
        this.options = options;
        this.only = List.copyOf(only);
        this.target = target;
        this.ops = Operator.of(target);
    }

    /**
     * The sums of all selected data.
     *
     * @param verb what each service is to do with each page
     * @param again the verb and flags of the command that continues where this one stops
     * @param none the empty sum
     */
    public <S extends PageTotals<S>> List<S> sums(
            String verb, String again, Function<DerivedData, S> none, Terminal terminal) {
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            return sums(verb, again, none, progress);
        }
    }

    /** The same beside other work whose progress is already shown. */
    public <S extends PageTotals<S>> List<S> sums(
            String verb, String again, Function<DerivedData, S> none, ProgressDisplay progress) {
        List<DerivedData> chosen = chosen();
        String after = options.after;
        try (DifferencesFile differences =
                DifferencesFile.open(kind, options.differences, after != null)) {
            PageWalk walk =
                    new PageWalk(
                            (one, cursor) -> page(one, verb, cursor, differences.needsAll()),
                            differences::write,
                            progress);
            return chosen.stream()
                    .map(one -> walk.through(one, none.apply(one), after, resume(one, again)))
                    .toList();
        }
    }

    /** The selected derived data, as the services list it. */
    private List<DerivedData> chosen() {
        if (options.after != null && only.size() != 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--after needs exactly one " + kind.singular(),
                    "name it with --" + kind.singular());
        }
        List<DerivedData> known = new ArrayList<>();
        for (Endpoint service : ops.offering(target, kind.plural(), options.names)) {
            ops.get(service, kind.plural())
                    .path(kind.plural())
                    .forEach(name -> known.add(new DerivedData(service.service(), name.asText())));
        }
        for (String name : only) {
            if (known.stream().noneMatch(one -> one.name().equals(name))) {
                throw new OperatorError(
                        ExitCode.NOT_FOUND,
                        "there is no %s named '%s'"
                                .formatted(kind.singular(), Printable.line(name)),
                        "choose from "
                                + String.join(
                                        ", ", known.stream().map(DerivedData::name).toList()));
            }
        }
        return known.stream().filter(one -> only.isEmpty() || only.contains(one.name())).toList();
    }

    private JsonNode page(DerivedData one, String verb, @Nullable String cursor, boolean all) {
        String path =
                "%s/%s/%s?limit=%d".formatted(kind.plural(), one.name(), verb, PAGE)
                        + (all ? "&examples=" + MAX_DIFFERENCES : "")
                        + (cursor == null
                                ? ""
                                : "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        return ops.post(target.instanceOf(one.service()), path);
    }

    private String resume(DerivedData one, String again) {
        return "socialhubctl %s %s %s --%s %s%s --after "
                .formatted(
                        kind.plural(),
                        again,
                        one.service(),
                        kind.singular(),
                        one.name(),
                        options.differences == null
                                ? ""
                                : " --differences " + ShellText.word(options.differences));
    }
}
