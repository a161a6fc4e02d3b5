package chainrule.train;

import chainrule.tensor.Digits;

/** Writes the numbers of an update with so many digits. */
record Written(int digits) {
    String plain(double value) {
        return Digits.significant(value, digits);
    }

    /** A number as a factor: in brackets where it is negative. */
    String factor(double value) {
        return Digits.factor(value, digits);
    }
}
