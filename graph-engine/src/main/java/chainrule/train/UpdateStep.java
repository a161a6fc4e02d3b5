package chainrule.train;

import chainrule.exec.Step;
import chainrule.tensor.Digits;
import chainrule.trace.Explanation;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of the updates after a pass: a gradient is clipped, a weight decays, or a parameter moves.
 *
 * @param state what the optimiser remembers for the move; empty for other steps
 * @param told the step, with what is remembered, in symbols and numbers
 */
public record UpdateStep(ParameterUpdate update, UpdateLine line, List<UpdateLine> state, Explanation told) {
    public UpdateStep {
        state = List.copyOf(state);
    }

    /** The updates of all parameters, step by step: all gradients are clipped before the first parameter moves. */
    public static List<UpdateStep> of(List<ParameterUpdate> updates, int digits) {
        List<UpdateStep> held = new ArrayList<>();
        List<UpdateStep> moved = new ArrayList<>();
        for (ParameterUpdate update : updates) {
            List<UpdateLine> state = new ArrayList<>();
            for (UpdateLine line : update.lines(digits)) {
                switch (line.kind()) {
                    case "clip" -> held.add(of(update, line, List.of(), digits));
                    case "state" -> state.add(line);
                    case "decay" -> moved.add(of(update, line, List.of(), digits));
                    default -> moved.add(of(update, line, state, digits));
                }
            }
        }
        held.addAll(moved);
        return held;
    }

    /** The step as it follows a pass. */
    public Trace.Sequel sequel() {
        boolean value = line.symbol().equals(update.parameter().name());
        return new Trace.Sequel(line.value(), told, value ? Trace.Sequel.Writes.VALUE : Trace.Sequel.Writes.GRADIENT);
    }

    private static UpdateStep of(ParameterUpdate update, UpdateLine line, List<UpdateLine> state, int digits) {
        List<String> rules = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        boolean scalar = line.value().shape().isScalar();
        for (UpdateLine remembered : state) {
            rules.add(remembered.rule());
            if (scalar) {
                numbers.add(remembered.symbol() + " = "
                        + Digits.significant(remembered.value().item(), digits));
            }
        }
        rules.add(line.rule());
        numbers.add(line.numbers());
        String rule = String.join("; ", rules);
        Explanation told = new Explanation(
                new Step.Update(update.parameter()), rule, line.rule(), String.join("; ", numbers), line.numbers());
        return new UpdateStep(update, line, state, told);
    }
}
