package chainrule.predict;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.ChainLine;
import chainrule.trace.Derivatives;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the questions about the steps of a recorded pass, each with what the usual mistakes lead to. */
public final class Questions {
    private static final Phrases WORDS = Phrases.of(Questions.class);

    private final Trace trace;
    private final ExecutionPlan plan;
    private final GradientView end;
    private final Derivatives engine;

    /**
     * @param engine a pass with the numbers of the trace
     */
    public Questions(Trace trace, Derivatives engine) {
        this.trace = trace;
        this.plan = trace.plan();
        this.end = trace.view(trace.passSteps());
        this.engine = engine;
    }

    /** How many elements a step writes. */
    public int size(int step) {
        return trace.result(step).size();
    }

    /**
     * The question about a step.
     *
     * @param step its index in the trace
     * @param element row-major position in what it writes
     */
    public Question at(int step, int element) {
        Step asked = trace.steps().get(step);
        Tensor result = trace.result(step);
        Maker maker = new Maker(result, element);
        String about;
        if (asked instanceof Step.Pull pull) {
            about = WORDS.text(
                    "questions.gradientThatComesBackFrom",
                    plan.feeding(pull.slot()).node().last(),
                    pull.node().last());
            pull(maker, engine.line(pull.slot()));
        } else if (asked instanceof Step.Accumulate sum) {
            about = WORDS.text("questions.wholeGradient", sum.node().last());
            sum(maker, sum.output());
        } else if (asked instanceof Step.Update update) {
            about = WORDS.text("questions.afterStepItsUpdate", update.node().last());
            update(maker, update.node());
        } else if (asked instanceof Step.Seed) {
            about = WORDS.text(
                    "questions.gradientThatPassBeginsAt", asked.node().last());
        } else {
            about = WORDS.text("questions.value", asked.node().last());
            forward(maker, asked.node());
        }
        maker.turned();
        maker.number(Mistake.SIGN, -maker.right);
        return new Question(asked, about, result.shape(), element, maker.right, maker.wrong);
    }

    private void pull(Maker maker, ChainLine line) {
        double slopes = 0;
        double upstream = 0;
        int columns = line.gradient().size();
        for (ChainLine.Term term : line.terms()) {
            Tensor local = term.local();
            for (int row = 0; row < term.upstream().size(); row++) {
                boolean own = term.upstream().size() != columns || row == maker.element;
                upstream += own ? term.upstream().at(row) : 0;
                double slope = local == null ? Double.NaN : local.at(row * columns + maker.element);
                slopes += slope;
                if (slope != 0) {
                    maker.part(term.upstream().at(row) * slope);
                }
            }
            maker.shape(Mistake.NOT_SUMMED, term.upstream().shape());
            maker.shared(line.gradient().size() / (double) term.upstream().size());
        }
        maker.number(Mistake.NO_UPSTREAM, slopes);
        maker.number(Mistake.NO_LOCAL, upstream);
        maker.parts();
    }

    private void sum(Maker maker, Source output) {
        List<Slot> slots = plan.contributions().getOrDefault(output, List.of());
        for (Slot slot : slots) {
            end.contribution(slot).ifPresent(part -> maker.part(part.at(maker.element)));
        }
        maker.parts();
        maker.shared(slots.size());
    }

    private void update(Maker maker, NodeId parameter) {
        Optional<Tensor> before = end.value(parameter);
        before.filter(old -> old.shape().equals(maker.result.shape()))
                .map(old -> old.at(maker.element))
                .ifPresent(old -> {
                    maker.number(Mistake.BEFORE_UPDATE, old);
                    maker.number(Mistake.SIGN, 2 * old - maker.right);
                });
    }

    private void forward(Maker maker, NodeId node) {
        plan.graph().into(node).stream()
                .findFirst()
                .ifPresent(edge -> maker.shared(plan.shape(edge.from()).size() / (double) maker.result.size()));
    }

    /** Collects what mistakes lead to. */
    private static final class Maker {
        private final Tensor result;
        private final int element;
        private final double right;
        private final List<Question.Wrong> wrong = new ArrayList<>();
        private final List<Double> parts = new ArrayList<>();

        Maker(Tensor result, int element) {
            this.result = result;
            this.element = element;
            this.right = result.at(element);
        }

        void number(Mistake mistake, double number) {
            if (Double.isFinite(number)) {
                wrong.add(new Question.Wrong.OfNumber(mistake, number));
            }
        }

        void shape(Mistake mistake, Shape shape) {
            wrong.add(new Question.Wrong.OfShape(mistake, shape));
        }

        void part(double number) {
            parts.add(number);
        }

        /** Each part alone is what somebody gets who does not add up. */
        void parts() {
            if (parts.size() > 1) {
                parts.forEach(part -> number(Mistake.NOT_SUMMED, part));
            }
        }

        /** Somebody divides by a number of terms, or does not. */
        void shared(double terms) {
            if (terms > 1) {
                number(Mistake.SUM_OR_MEAN, right / terms);
                number(Mistake.SUM_OR_MEAN, right * terms);
            }
        }

        /** The element at the other side of the diagonal. */
        void turned() {
            if (result.shape().rank() == 2) {
                int rows = result.shape().dim(0);
                int columns = result.shape().dim(1);
                int row = element / columns;
                int column = element % columns;
                if (row != column && column < rows && row < columns) {
                    number(Mistake.TRANSPOSED, result.at(column * columns + row));
                }
            }
        }
    }
}
