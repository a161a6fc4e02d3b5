package chainrule.lessons;

import java.util.List;
import java.util.Optional;

/** The lessons that the program brings, by topic. */
public final class LessonCatalog {
    private final List<Lesson> lessons;

    public LessonCatalog(List<Lesson> lessons) {
        this.lessons = List.copyOf(lessons);
    }

    /** The course as it is on the class path. */
    public static LessonCatalog standard() {
        return new LessonCatalog(LessonReader.readAll());
    }

    public List<Lesson> lessons() {
        return lessons;
    }

    public Optional<Lesson> lesson(int topic) {
        return lessons.stream().filter(l -> l.topic() == topic).findFirst();
    }
}
