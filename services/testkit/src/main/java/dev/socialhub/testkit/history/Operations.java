package dev.socialhub.testkit.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Operations in the order of their invocation; never changes. */
public record Operations(List<Operation> all) {
    public Operations {
        all = List.copyOf(all);
    }

    /** Those of one kind. */
    public Operations of(String kind) {
        return where(operation -> operation.kind().equals(kind));
    }

    /** Those of one client. */
    public Operations by(String process) {
        return where(operation -> operation.process().equals(process));
    }

    /** The acknowledged ones. */
    public List<Operation> ok() {
        return where(operation -> operation.outcome() == OperationOutcome.OK).all();
    }

    /** The refused ones. */
    public List<Operation> failed() {
        return where(operation -> operation.outcome() == OperationOutcome.FAIL).all();
    }

    /** Those whose answer was lost. */
    public List<Operation> unknown() {
        return where(operation -> operation.outcome() == OperationOutcome.UNKNOWN).all();
    }

    /** How many of each kind ended in which way; kinds in alphabetical order. */
    public Map<String, Map<OperationOutcome, Integer>> counts() {
        Map<String, Map<OperationOutcome, Integer>> counts = new TreeMap<>();
        for (var operation : all) {
            counts.computeIfAbsent(operation.kind(), _ -> new EnumMap<>(OperationOutcome.class))
                    .merge(operation.outcome(), 1, Integer::sum);
        }
        return counts;
    }

    private Operations where(Predicate<Operation> condition) {
        return new Operations(all.stream().filter(condition).toList());
    }
}
