package chainrule.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One part of a training block as it stands in a file, before anybody asked whether it makes sense: an optimiser, a
 * schedule, a clipping.
 *
 * @param type its kind; empty where the file names none
 * @param numbers its settings, in the order of the file
 * @param others what it holds beside numbers, as JSON text by name
 */
public record Part(String type, Map<String, Double> numbers, Map<String, String> others) {
    public Part {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    public static Part of(String type, Map<String, Double> numbers) {
        return new Part(type, numbers, Map.of());
    }

    public static Part of(String type) {
        return of(type, Map.of());
    }

    /** This part with one number more, or another one. */
    public Part with(String name, double value) {
        Map<String, Double> changed = new LinkedHashMap<>(numbers);
        changed.put(name, value);
        return new Part(type, changed, others);
    }
}
