package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.graph.NodeId;
import chainrule.language.Language;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The window in German: no English is left in it, and its longer words find their room. */
class GermanWindowTest {
    private static final String DOCUMENT = "m0-two-paths";
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    /** Presets and pages, since the course is written in English, and the rule of a step, which is a formula. */
    private static final Pattern COURSE = Pattern.compile("preset:|page:|start\\.preset:|rule$");

    /** A formula is the same in every language. */
    private static final String LATEX = "\\";

    /** Words that both languages have, and names. */
    private static final Set<String> SAME =
            Set.of("Orange", "English", "Deutsch", "Palette", "Training", "Text", "Chainrule", "Block", "double");

    /** What a file and the text of a graph call a setting is the same everywhere. */
    private static final Set<String> SETTINGS =
            Set.of("value", "init", "shape", "seed", "std", "low", "high", "trainable", "weight decay");

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @Test
    void noEnglishIsLeft() throws Exception {
        Map<String, String> english = texts(Language.ENGLISH);
        Map<String, String> german = texts(Language.GERMAN);
        List<String> left = new ArrayList<>();
        german.forEach((place, text) -> {
            if (text.equals(english.get(place))
                    && WORD.matcher(text).find()
                    && !SAME.contains(text)
                    && !text.startsWith(LATEX)
                    && !SETTINGS.contains(text)) {
                left.add(place + ": " + text);
            }
        });
        assertThat(german).hasSizeGreaterThan(150);
        assertThat(left).as("what reads the same in both languages").isEmpty();
    }

    @Test
    void nothingIsCutOff() throws Exception {
        Language.GERMAN.speak();
        List<String> cut = new ArrayList<>();
        try (WindowFixture fixture = WindowFixture.open()) {
            fixture.openAndRun(DOCUMENT);
            fixture.run(() -> fixture.frame.setSize(new Dimension(1024, 768)));
            for (Place place : Place.values()) {
                fixture.run(() -> show(fixture, place));
                fixture.run(fixture.frame::validate);
                fixture.run(() -> cutOff(fixture.frame.getContentPane(), cut));
            }
        }
        assertThat(cut).isEmpty();
    }

    private static void show(WindowFixture fixture, Place place) {
        if (!fixture.frame.actions().get(place.key()).isChosen()) {
            fixture.frame.actions().get(place.key()).run();
        }
        fixture.frame.bench().selection().select(NodeId.of("a"));
    }

    /** Every text of the window, by the place it stands at. */
    private static Map<String, String> texts(Language language) throws Exception {
        language.speak();
        Map<String, String> texts = new LinkedHashMap<>();
        try (WindowFixture fixture = WindowFixture.open()) {
            fixture.openAndRun(DOCUMENT);
            fixture.run(() -> {
                for (Place place : Place.values()) {
                    show(fixture, place);
                }
                fixture.frame.actions().get("edit.find").run();
            });
            fixture.run(() -> {
                fixture.frame.actions().all().forEach(action -> texts.put("action " + action.id(), action.name()));
                collect("", fixture.frame.getJMenuBar(), texts);
                collect("", fixture.frame.getContentPane(), texts);
            });
        }
        return texts;
    }

    private static void collect(String path, Component component, Map<String, String> texts) {
        if (COURSE.matcher(String.valueOf(component.getName())).lookingAt()) {
            return;
        }
        if (component instanceof JComponent part) {
            String place =
                    path + "/" + (part.getName() == null ? part.getClass().getSimpleName() : part.getName());
            put(texts, place, text(part));
            put(texts, place + " tip", part.getToolTipText());
            if (part.getAccessibleContext() != null) {
                put(texts, place + " spoken", part.getAccessibleContext().getAccessibleName());
            }
        }
        if (component instanceof Container container) {
            Component[] parts = container instanceof JMenu menu ? menu.getMenuComponents() : container.getComponents();
            for (int i = 0; i < parts.length; i++) {
                collect(path + "/" + i, parts[i], texts);
            }
        }
    }

    private static void put(Map<String, String> texts, String place, String text) {
        if (text != null && !text.isBlank()) {
            texts.put(place, text);
        }
    }

    private static String text(JComponent part) {
        String text = part instanceof AbstractButton button
                ? button.getText()
                : part instanceof JLabel label ? label.getText() : "";
        return text == null ? "" : text;
    }

    /** Labels and buttons that are narrower than their text; those that show it whole in a tool tip may be. */
    private static void cutOff(Container container, List<String> cut) {
        for (Component component : container.getComponents()) {
            if (component instanceof JComponent part
                    && part.isShowing()
                    && !(part instanceof JTextComponent)
                    && !text(part).isBlank()
                    && part.getWidth() < part.getPreferredSize().width
                    && !text(part).equals(part.getToolTipText())) {
                cut.add("%s “%s” has %d of %d in %s"
                        .formatted(
                                part.getName(),
                                text(part),
                                part.getWidth(),
                                part.getPreferredSize().width,
                                SwingUtilities.getAncestorOfClass(JComponent.class, part)
                                        .getName()));
            }
            if (component instanceof Container inner) {
                cutOff(inner, cut);
            }
        }
    }
}
