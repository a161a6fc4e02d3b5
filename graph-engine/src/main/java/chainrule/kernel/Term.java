package chainrule.kernel;

import chainrule.tensor.Shape;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erfc;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Expm1;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log1p;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sin;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;

/**
 * Numbers that ND4J operations compute from others: what the form of a function is written with. Two terms are
 * broadcast against each other. In a function of lanes the last axis is the lane, and what is summed along it keeps
 * that axis with length 1.
 */
public final class Term {
    private final Worksheet sheet;
    private final INDArray array;
    private final Shape shape;

    Term(Worksheet sheet, INDArray array, Shape shape) {
        this.sheet = sheet;
        this.array = array;
        this.shape = shape;
    }

    INDArray array() {
        return array;
    }

    Shape shape() {
        return shape;
    }

    /** Elements of a lane. */
    public int length() {
        return sheet.laneLength();
    }

    public Term plus(Term other) {
        return sheet.zip("add", this, other);
    }

    public Term plus(double number) {
        return plus(sheet.number(number));
    }

    public Term minus(Term other) {
        return sheet.zip("subtract", this, other);
    }

    public Term minus(double number) {
        return plus(-number);
    }

    public Term times(Term other) {
        return sheet.zip("multiply", this, other);
    }

    public Term times(double number) {
        return times(sheet.number(number));
    }

    public Term over(Term other) {
        return sheet.zip("divide", this, other);
    }

    public Term over(double number) {
        return over(sheet.number(number));
    }

    public Term negated() {
        return map(Negative::new);
    }

    /** 1 − these. */
    public Term rest() {
        return sheet.number(1).minus(this);
    }

    public Term squared() {
        return times(this);
    }

    public Term abs() {
        return map(Abs::new);
    }

    /** −1, 0 or 1. */
    public Term sign() {
        return map(Sign::new);
    }

    public Term sqrt() {
        return map(Sqrt::new);
    }

    public Term exp() {
        return map(Exp::new);
    }

    /** e to the power of these, minus 1. */
    public Term expm1() {
        return map(Expm1::new);
    }

    public Term log() {
        return map(Log::new);
    }

    /** The logarithm of 1 + these. */
    public Term log1p() {
        return map(Log1p::new);
    }

    public Term tanh() {
        return map(Tanh::new);
    }

    public Term logistic() {
        return map(Sigmoid::new);
    }

    public Term sin() {
        return map(Sin::new);
    }

    public Term cos() {
        return map(Cos::new);
    }

    /** 1 minus the error function. */
    public Term erfc() {
        return map(Erfc::new);
    }

    public Term pow(double exponent) {
        return map((x, y) -> new Pow(x, y, exponent));
    }

    /** The larger of two; where one is no number, ND4J takes the other. */
    public Term max(Term other) {
        return sheet.zip("maximum", this, other);
    }

    public Term max(double number) {
        return max(sheet.number(number));
    }

    public Term min(Term other) {
        return sheet.zip("minimum", this, other);
    }

    public Term min(double number) {
        return min(sheet.number(number));
    }

    /** 1 where these are larger, else 0. */
    public Truth above(Term other) {
        return sheet.compare("greater", this, other);
    }

    public Truth above(double number) {
        return above(sheet.number(number));
    }

    public Truth below(Term other) {
        return sheet.compare("less", this, other);
    }

    public Truth below(double number) {
        return below(sheet.number(number));
    }

    public Truth equal(Term other) {
        return sheet.compare("equals", this, other);
    }

    public Truth equal(double number) {
        return equal(sheet.number(number));
    }

    /** The sum of each lane. */
    public Term sum() {
        return sheet.reduce("reduce_sum", this);
    }

    /** The mean of each lane. */
    public Term mean() {
        return sum().over(shape.dim(-1));
    }

    /** The product of each lane. */
    public Term product() {
        return sheet.reduce("reduce_prod", this);
    }

    /** For each element of a lane the product of those before it. */
    public Term productsBefore() {
        return sheet.products(this, false);
    }

    /** For each element of a lane the product of those behind it. */
    public Term productsAfter() {
        return sheet.products(this, true);
    }

    /** The largest of each lane. */
    public Term most() {
        return sheet.reduce("reduce_max", this);
    }

    /** The smallest of each lane. */
    public Term least() {
        return sheet.reduce("reduce_min", this);
    }

    /** The place of each element in its lane, counted from 0. */
    public Term places() {
        return sheet.places();
    }

    /** This number everywhere. */
    public Term number(double value) {
        return sheet.number(value);
    }

    private Term map(BiFunction<INDArray, INDArray, Op> operation) {
        return sheet.map(this, operation);
    }
}
