package chainrule.lessons;

import java.util.List;
import java.util.Optional;

/**
 * One topic of the course.
 *
 * @param topic its number, from 0
 * @param pages in reading order: the analogy, plain words, the mathematics, then worked examples; a later pass of the
 *     spiral repeats that order
 */
public record Lesson(int topic, String title, List<Page> pages) {
    public Lesson {
        pages = List.copyOf(pages);
    }

    public Optional<Page> page(String id) {
        return pages.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
