package chainrule.kernel;

import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/** What computes on a memory. Both give the same numbers. */
public enum Engine {
    /** Loops over ND4J's memory and its OpenBLAS: the fast way on a processor. */
    LOOPS,
    /** ND4J's operations and nothing else, which also run where the memory is not the processor's. */
    OPERATIONS;

    /** The system property that chooses, by the name of an engine in small letters. */
    public static final String PROPERTY = "chainrule.engine";

    /** The engine that the property asks for; without it the fast one that can reach the memory of ND4J. */
    public static Engine standard() {
        return asked(System.getProperty(PROPERTY, ""));
    }

    static Engine asked(String asked) {
        if (asked.isEmpty()) {
            boolean near = Nd4j.getBackend().getClass().getSimpleName().startsWith("Cpu");
            return near ? LOOPS : OPERATIONS;
        }
        return Arrays.stream(values())
                .filter(engine -> engine.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Property " + PROPERTY + " is " + asked + ": it should be loops or operations."));
    }
}
