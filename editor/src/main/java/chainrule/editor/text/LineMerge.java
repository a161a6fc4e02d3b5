package chainrule.editor.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings together what was typed and what has changed elsewhere meanwhile, line by line. */
final class LineMerge {
    private static final Pattern NAME = Pattern.compile("\\s*([^\\s=]+)\\s*=.*");
    private static final String ROOT = "root ";

    private LineMerge() {}

    /**
     * The lines that were typed as they were typed, all others as they are now.
     *
     * @param base what both come from
     * @param typed the text with what was typed in it
     * @param now the text of the graph as it is now
     */
    static String of(String base, String typed, String now) {
        Map<String, String> before = lines(base);
        Map<String, String> after = lines(now);
        List<String> merged = new ArrayList<>();
        Set<String> seen = new HashSet<>(before.keySet());
        for (String line : typed.lines().toList()) {
            String name = name(line);
            seen.add(name);
            if (!line.equals(before.get(name))) {
                merged.add(line);
            } else if (after.containsKey(name)) {
                merged.add(after.get(name));
            }
        }
        after.forEach((name, line) -> {
            if (!seen.contains(name)) {
                merged.add(line);
            }
        });
        return String.join("\n", merged) + "\n";
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> lines = new LinkedHashMap<>();
        text.lines().forEach(line -> lines.put(name(line), line));
        return lines;
    }

    /** What a line is about: the node that it makes, the root, or else only itself. */
    private static String name(String line) {
        Matcher made = NAME.matcher(line);
        if (made.matches()) {
            return made.group(1);
        }
        return line.startsWith(ROOT) ? ROOT : "\n" + line;
    }
}
