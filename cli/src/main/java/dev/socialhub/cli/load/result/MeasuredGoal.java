package dev.socialhub.cli.load.result;

import dev.socialhub.cli.load.profile.Goals;
import dev.socialhub.cli.load.result.LoadRun.OperationResult;
import java.util.ArrayList;
import java.util.List;

/**
 * A goal, and what it is judged by.
 *
 * @param name of {@link Goals}
 */
public record MeasuredGoal(String name, double measured, double goal) {
    /** Whether it is reached. */
    public boolean met() {
        return name.equals(Goals.EFFICIENCY) ? measured >= goal : measured <= goal;
    }

    /** All goals that an operation of a run is judged by, if it is. */
    public static List<MeasuredGoal> of(LoadRun run, OperationResult operation) {
        List<MeasuredGoal> goals = new ArrayList<>();
        boolean judged =
                operation.counted()
                        || run.operations().stream().noneMatch(OperationResult::counted);
        if (judged) {
            run.goal()
                    .forEach((name, goal) -> {
                        Double measured = JudgeGoals.measured(name, operation);
                        if (measured != null) {
                            goals.add(new MeasuredGoal(name, measured, goal));
                        }
                    });
        }
        return goals;
    }
}
