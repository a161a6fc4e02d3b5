package chainrule.train;

import chainrule.graph.NodeId;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import chainrule.train.Optimizer.Move;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a parameter moved at one step: what every stage of the rule was, in symbols and in numbers. */
public final class ParameterUpdate {
    /**
     * What an update begins with, or ends with.
     *
     * @param moments what the optimiser remembers, by moment and then by element
     */
    record State(Tensor value, Tensor gradient, double[][] moments) {}

    /**
     * When and how an update was made.
     *
     * @param step counted from 1
     * @param norm the length of all gradients of the step together, before clipping
     */
    record Moment(UpdateRule rule, int step, double norm) {}

    private final NodeId parameter;
    private final State before;
    private final State after;
    private final Moment moment;

    ParameterUpdate(NodeId parameter, State before, State after, Moment moment) {
        this.parameter = parameter;
        this.before = before;
        this.after = after;
        this.moment = moment;
    }

    public NodeId parameter() {
        return parameter;
    }

    /** The value that the parameter has now. */
    public Tensor value() {
        return after.value;
    }

    /** By how much the parameter moved, its decay included. */
    public Tensor effectiveStep() {
        return after.value.plus(before.value.map(v -> -v));
    }

    /** The learning rate of the step. */
    public double rate() {
        return moment.rule.rate(moment.step - 1);
    }

    /** Every stage in order, with the whole parameter: numbers are put in where it is a scalar. */
    public List<UpdateLine> lines(int digits) {
        boolean scalar = before.value.shape().isScalar();
        List<Stage> stages = stages();
        double[][] values = values(stages);
        List<UpdateLine> lines = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Stage stage = stages.get(i);
            Tensor value = Tensor.of(before.value.shape(), values[i]);
            String numbers = scalar ? stage.numbers(move(0, rate()), digits) : Digits.summary(value);
            lines.add(line(stage, numbers, value));
        }
        return lines;
    }

    /**
     * Every stage in order, of one element.
     *
     * @param element row-major position in the parameter
     */
    public List<UpdateLine> lines(int element, int digits) {
        Move move = move(element, rate());
        return stages().stream()
                .map(stage -> line(
                        stage,
                        stage.numbers(move, digits),
                        Tensor.scalar(stage.value().applyAsDouble(move))))
                .toList();
    }

    private UpdateLine line(Stage stage, String numbers, Tensor value) {
        String kind = stage.kind().name().toLowerCase(java.util.Locale.ROOT);
        return new UpdateLine(
                kind, stage.name(), stage.symbol(parameter.name()), stage.rule(parameter.name()), numbers, value);
    }

    /** What comes out at each stage, by stage and then by element: a parameter may have millions of elements. */
    private double[][] values(List<Stage> stages) {
        double[][] values = new double[stages.size()][before.value.size()];
        double rate = rate();
        for (int element = 0; element < before.value.size(); element++) {
            Move move = move(element, rate);
            for (int i = 0; i < values.length; i++) {
                values[i][element] = stages.get(i).value().applyAsDouble(move);
            }
        }
        return values;
    }

    private Move move(int element, double rate) {
        return new Move(
                before.value.at(element),
                before.gradient.at(element),
                after.gradient.at(element),
                of(before.moments, element),
                of(after.moments, element),
                rate,
                moment.step,
                after.value.at(element));
    }

    private List<Stage> stages() {
        List<Stage> stages = new ArrayList<>(moment.rule.clip().stages(moment.norm));
        stages.addAll(moment.rule.optimizer().stages());
        return stages;
    }

    private static List<Double> of(double[][] moments, int element) {
        return switch (moments.length) {
            case 0 -> List.of();
            case 1 -> List.of(moments[0][element]);
            case 2 -> List.of(moments[0][element], moments[1][element]);
            default -> Arrays.stream(moments).map(m -> m[element]).toList();
        };
    }
}
