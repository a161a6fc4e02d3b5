package chainrule.editor.palette;

import chainrule.op.Catalog;
import chainrule.op.NodeType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds node types by a few words in any order: each word has to be found in the type's label, id, synonyms or shelf,
 * at best at the beginning of a word there, at worst as letters in the right order.
 */
public final class TypeSearch {
    private static final int LABEL = 5;
    private static final int SYNONYM = 3;
    private static final int SHELF = 1;
    private static final int EXACT = 12;
    private static final int STARTS = 8;
    private static final int WORD_STARTS = 6;
    private static final int HOLDS = 3;
    private static final int LETTERS = 1;
    private static final int LEAST_LETTERS = 3;

    private final Supplier<Catalog> catalog;

    public TypeSearch(Catalog catalog) {
        this(() -> catalog);
    }

    /**
     * @param catalog what there is to find, asked for each time
     */
    public TypeSearch(Supplier<Catalog> catalog) {
        this.catalog = catalog;
    }

    /** The types that fit, the best first; all of them in the order of the palette where nothing is asked. */
    public List<NodeType> find(String query) {
        List<NodeType> types =
                catalog.get().types().stream().filter(t -> !t.unknown()).toList();
        if (query.isBlank()) {
            return types;
        }
        record Found(NodeType type, int score) {}
        return types.stream()
                .map(t -> new Found(t, score(t, query)))
                .filter(f -> f.score() > 0)
                .sorted(Comparator.comparingInt(Found::score).reversed())
                .map(Found::type)
                .toList();
    }

    /** How well a type fits; 0 where a word is nowhere to be found. */
    static int score(NodeType type, String query) {
        int sum = 0;
        for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+", 0)) {
            int best = best(type, word);
            if (best == 0) {
                return 0;
            }
            sum += best;
        }
        return sum;
    }

    private static int best(NodeType type, String word) {
        int names = Math.max(fit(type.label(), word), fit(type.id(), word)) * LABEL;
        int synonyms = type.help().synonyms().stream()
                        .mapToInt(s -> fit(s, word))
                        .max()
                        .orElse(0)
                * SYNONYM;
        int shelf = fit(type.category().title(), word);
        return Math.max(Math.max(names, synonyms), shelf > LETTERS ? shelf * SHELF : 0);
    }

    private static int fit(String name, String word) {
        String text = name.toLowerCase(Locale.ROOT);
        if (text.equals(word)) {
            return EXACT;
        } else if (text.startsWith(word)) {
            return STARTS;
        } else if (Stream.of(text.split("[\\s_-]+", 0)).anyMatch(part -> part.startsWith(word))) {
            return WORD_STARTS;
        } else if (text.contains(word)) {
            return HOLDS;
        }
        return word.length() >= LEAST_LETTERS && inOrder(text, word) ? LETTERS : 0;
    }

    private static boolean inOrder(String text, String letters) {
        int found = 0;
        for (int i = 0; i < text.length() && found < letters.length(); i++) {
            if (text.charAt(i) == letters.charAt(found)) {
                found++;
            }
        }
        return found == letters.length();
    }
}
