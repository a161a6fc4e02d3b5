package chainrule.train;

import chainrule.language.Phrases;
import chainrule.op.Formula;
import chainrule.train.Optimizer.Move;
import java.util.function.ToDoubleFunction;

/**
 * One stage of an optimiser's rule: a quantity with its formula, its value and its numbers for one element.
 *
 * @param symbol what the formula calls the quantity
 * @param rule in the symbols of the catalogue, with {@code w} for the parameter and {@code w̄} for its gradient
 */
record Stage(Kind kind, String name, String symbol, String rule, ToDoubleFunction<Move> value, Numbers numbers) {
    private static final Phrases WORDS = Phrases.of(Stage.class);
    private static final String PARAMETER = "w";

    /** What a stage is to the update. */
    enum Kind {
        /** Gradients that are too large are held back. */
        CLIP,
        /** The parameter is pulled towards 0. */
        DECAY,
        /** What the optimiser remembers, or makes of that. */
        STATE,
        /** The parameter moves. */
        MOVE
    }

    /** Puts the numbers of a move into the right side of a rule. */
    @FunctionalInterface
    interface Numbers {
        String of(Move move, Written written);
    }

    static Stage decay(String symbol, String rule, ToDoubleFunction<Move> value, Numbers numbers) {
        return new Stage(Kind.DECAY, WORDS.text("stage.weightDecay"), symbol, rule, value, numbers);
    }

    static Stage state(String name, String symbol, String rule, ToDoubleFunction<Move> value, Numbers numbers) {
        return new Stage(Kind.STATE, name, symbol, rule, value, numbers);
    }

    static Stage move(String rule, Numbers numbers) {
        return new Stage(Kind.MOVE, WORDS.text("stage.newValue"), PARAMETER, rule, Move::after, numbers);
    }

    /** The rule of a parameter of this name. */
    String rule(String parameter) {
        return named(rule, parameter);
    }

    /** The symbol where the parameter has this name. */
    String symbol(String parameter) {
        return named(symbol, parameter);
    }

    /** The numbers of one element, with what comes out. */
    String numbers(Move move, int digits) {
        Written written = new Written(digits);
        return numbers.of(move, written) + " = " + written.plain(value.applyAsDouble(move));
    }

    private static String named(String text, String parameter) {
        return Formula.substitute(
                text,
                symbol -> symbol.equals(PARAMETER)
                        ? parameter
                        : symbol.equals(Formula.bar(PARAMETER)) ? Formula.bar(parameter) : symbol);
    }
}
