package chainrule.editor.session;

import chainrule.editor.document.Document;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * One thing that the learner does on a tour.
 *
 * @param name for tests and assistive tools, in one word
 * @param what what is to be done and why, as a sentence
 * @param how by mouse and by keyboard, as a sentence
 * @param done whether it has been done, given the document with which the step began
 * @param show does it in the learner's place
 */
public record TourStep(
        String name, String what, String how, BiPredicate<Workbench, Document> done, Consumer<Workbench> show) {}
