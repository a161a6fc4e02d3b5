package chainrule.io;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.op.Catalog;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Any file, written and read, is the same file, and written again the same bytes. */
class RoundTripTest {
    private static final Catalog CATALOG = Dice.CATALOG;

    @Property(tries = 200)
    void aFileThatWasWrittenReadsBackTheSame(@ForAll long seed, @ForAll @IntRange(max = 30) int size)
            throws FileProblem {
        GraphFile file = new Dice(seed).file(size);
        String text = GraphJson.write(file);
        GraphFile again = GraphJson.read(text, CATALOG);

        assertThat(again).isEqualTo(file);
        assertThat(GraphJson.write(again)).isEqualTo(text);
    }

    @Property(tries = 1000)
    void everyDoubleReadsBackToTheSame(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        String text = JsonText.number(value).replace("\"", "");

        assertThat(Double.compare(Double.parseDouble(text), value)).isZero();
        assertThat(text.length()).isLessThanOrEqualTo(Double.toString(value).length());
    }

    @Property
    void everyTextReadsBackTheSame(@ForAll String title) throws FileProblem {
        GraphFile file = GraphFile.untitled().titled(title);

        assertThat(GraphJson.read(GraphJson.write(file), CATALOG)).isEqualTo(file);
    }
}
