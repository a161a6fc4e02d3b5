package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.Assembly;
import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.shape.Broadcast;
import chainrule.op.shape.Select;
import chainrule.op.shape.Stack;
import chainrule.op.source.Constant;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cell taken along a sequence: one copy of it for each step of time, all with the same parameters, each with the state
 * of the one before. The copies are called t0, t1 and so on after their place in the sequence.
 */
final class Steps {
    private static final Phrases WORDS = Phrases.of(Steps.class);

    /**
     * The cell that is repeated.
     *
     * @param shared what every copy gets, by port
     * @param states the ports that carry a state from copy to copy, as inputs
     * @param nexts the outputs that the states become, in the same order
     */
    record Repeated(
            NodeType type, Settings settings, Map<String, Parts.End> shared, List<String> states, List<String> nexts) {}

    /**
     * What comes out.
     *
     * @param steps the state after each step, in the order of the sequence
     * @param last the last of each state
     */
    record Result(List<Parts.End> steps, List<Parts.End> last) {}

    private static final int MOST_STEPS = Assembly.MOST_PARTS / 4;

    private final Inside inside;
    private final String suffix;

    /**
     * @param suffix what is put behind the names of parts
     */
    Steps(Inside inside, String suffix) {
        this.inside = inside;
        this.suffix = suffix;
    }

    /** The elements of a sequence along its first axis, as parts x0, x1 and so on. */
    static List<Parts.End> elements(Inside inside, Parts.End sequence) {
        int length = inside.assembly().shape(sequence).dim(0);
        if (length > MOST_STEPS) {
            throw inside.in().refusal(Inside.X, WORDS.text("steps.stepsAtMostCanUnrolled", length, MOST_STEPS));
        }
        return java.util.stream.IntStream.range(0, length)
                .mapToObj(t -> inside.part("x" + t, Select.TYPE, Settings.none().with("index", t), sequence))
                .toList();
    }

    /** A state of zeros for a cell that reads elements of this shape. */
    Parts.End zeros(String name, Shape element, int hidden) {
        Parts.End zero = inside.assembly().source(name + suffix + "_zero", Constant.TYPE, Settings.none());
        List<Integer> dims =
                Arrays.stream(element.with(-1, hidden).dims()).boxed().toList();
        return inside.part(name + suffix, Broadcast.TYPE, Settings.none().with("shape", dims), zero);
    }

    /** Takes the cell along the elements, from the last to the first where {@code backward}. */
    Result along(Repeated cell, List<Parts.End> elements, List<Parts.End> first, boolean backward) {
        Parts.End[] steps = new Parts.End[elements.size()];
        List<Parts.End> states = first;
        String input = cell.type().inputs().get(0).name();
        for (int i = 0; i < steps.length; i++) {
            int t = backward ? steps.length - 1 - i : i;
            Map<String, Parts.End> inputs = new LinkedHashMap<>(cell.shared());
            inputs.put(input, elements.get(t));
            for (int s = 0; s < states.size(); s++) {
                inputs.put(cell.states().get(s), states.get(s));
            }
            Parts.End copy = inside.assembly().part("t" + t + suffix, cell.type(), cell.settings(), inputs);
            states = cell.nexts().stream()
                    .map(port -> inside.assembly().output(copy, port))
                    .toList();
            steps[t] = states.get(0);
        }
        return new Result(List.of(steps), states);
    }

    /** The states after all steps, one behind the other along a first axis. */
    Parts.End stacked(Result result) {
        return inside.part("steps" + suffix, Stack.TYPE, result.steps().toArray(Parts.End[]::new));
    }
}
