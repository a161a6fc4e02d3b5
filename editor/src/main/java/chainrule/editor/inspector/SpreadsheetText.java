package chainrule.editor.inspector;

import chainrule.editor.action.NumberText;
import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A block of numbers as it is copied from a spreadsheet: rows on lines, cells between tabs or semicolons, decimals with
 * a point or a comma. Comma-separated lines and bracketed lists are read, too.
 */
final class SpreadsheetText {
    private static final Phrases WORDS = Phrases.of(SpreadsheetText.class);

    /** Why a text is no block of numbers: a sentence for the learner. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String sentence) {
            super(sentence, null, false, false);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private SpreadsheetText() {}

    /**
     * The numbers as a matrix.
     *
     * @throws Refused where a cell is no number or the rows differ in length
     */
    static Tensor read(String text) throws Refused {
        List<List<String>> rows = cells(text);
        if (rows.isEmpty()) {
            throw new Refused(WORDS.text("sheet.none"));
        }
        int columns = rows.get(0).size();
        double[] elements = new double[rows.size() * columns];
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            if (cells.size() != columns) {
                throw new Refused(
                        WORDS.text("sheet.row", row + 1, WORDS.count("sheet.numbers", cells.size()), columns));
            }
            for (int column = 0; column < columns; column++) {
                elements[row * columns + column] = number(cells.get(column), row, column);
            }
        }
        return Tensor.of(Shape.of(rows.size(), columns), elements);
    }

    /** Rows from and to, columns from and to, of the last two axes of a tensor, as a spreadsheet takes them. */
    static String write(Tensor matrix) {
        int columns = matrix.shape().isScalar() ? 1 : matrix.shape().dim(-1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < matrix.size(); i++) {
            text.append(NumberText.write(matrix.at(i))).append(i % columns == columns - 1 ? '\n' : '\t');
        }
        return text.toString();
    }

    private static double number(String cell, int row, int column) throws Refused {
        OptionalDouble value = NumberText.read(cell);
        if (value.isEmpty()) {
            throw new Refused(WORDS.text("sheet.noNumber", cell, row + 1, column + 1));
        }
        return value.getAsDouble();
    }

    private static List<List<String>> cells(String text) {
        boolean list = text.contains("[") || text.contains("(");
        String plain = list ? text.replaceAll("[\\])]\\s*,?\\s*", "\n").replaceAll("[\\[(]", "") : text;
        boolean decimalComma = !list && commaIsDecimal(plain);
        String separators = decimalComma ? "[\\t;]|(?<=\\d) +(?=[-−\\d])" : "[\\t;,]\\s*|(?<=\\d) +(?=[-−\\d])";
        List<List<String>> rows = new ArrayList<>();
        for (String line : plain.split("\\R", 0)) {
            if (!line.isBlank()) {
                rows.add(Arrays.stream(line.split(separators, -1))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }

    /** A comma is a decimal sign where tabs or semicolons part the cells, or where each line has one and no point. */
    private static boolean commaIsDecimal(String text) {
        if (text.contains("\t") || text.contains(";")) {
            return true;
        }
        return text.lines().filter(l -> !l.isBlank()).allMatch(l -> l.strip().matches("[+-]?\\d+,\\d+"));
    }
}
