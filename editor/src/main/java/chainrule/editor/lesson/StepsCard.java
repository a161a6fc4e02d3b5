package chainrule.editor.lesson;

import chainrule.editor.part.Paragraph;
import chainrule.editor.session.Tour;
import chainrule.editor.session.TourStep;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What there is to do on a page: the step that waits, with a hand for those who want one. */
final class StepsCard extends JPanel {
    private static final Phrases WORDS = Phrases.of(StepsCard.class);
    private static final long serialVersionUID = 1;

    /** How far a learner is with the steps of a page. */
    enum State {
        AHEAD,
        UNDER_WAY,
        DONE
    }

    private final transient Tour tour;
    private final JLabel count = new JLabel();
    private final Paragraph what =
            new Paragraph("", Fonts.ui(13, true), Colors.current().text());
    private final Paragraph how =
            new Paragraph("", Fonts.ui(12, false), Colors.current().quiet());
    private final JButton begin = new JButton(WORDS.text("steps.begin"));
    private final JButton show = new JButton(WORDS.text("steps.show"));
    private final JButton skip = new JButton(WORDS.text("steps.skip"));

    /** What its buttons do besides showing. */
    record Deeds(Runnable begin, Runnable skip) {}

    StepsCard(Tour tour, Deeds deeds) {
        super(new MigLayout("insets 10 16 10 16, fillx, hidemode 3, wrap 1", "[grow,fill,0:0:]", "[]4[]2[]8[]"));
        this.tour = tour;
        setName("lesson.steps");
        what.setName("lesson.what");
        how.setName("lesson.how");
        add(count);
        add(what);
        add(how);
        JPanel verbs = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3"));
        verbs.setOpaque(false);
        verbs.add(button(begin, "lesson.begin", deeds.begin()));
        verbs.add(button(show, "lesson.show", tour::show));
        verbs.add(button(skip, "lesson.skip", deeds.skip()));
        add(verbs);
        applyColors();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (skip != null) {
            applyColors();
        }
    }

    /**
     * Shows how it stands.
     *
     * @param steps how many the page has
     */
    void show(State state, int steps) {
        Optional<TourStep> step = tour.step();
        count.setText(
                switch (state) {
                    case AHEAD -> WORDS.count("steps.ahead", steps);
                    case UNDER_WAY -> WORDS.text("steps.place", tour.done() + 1, steps);
                    case DONE -> "✓ " + WORDS.text("steps.done");
                });
        what.show(
                switch (state) {
                    case AHEAD -> WORDS.text("steps.try");
                    case UNDER_WAY -> step.map(TourStep::what).orElse("");
                    case DONE -> WORDS.text("steps.allDone");
                });
        how.show(step.filter(s -> state == State.UNDER_WAY).map(TourStep::how).orElse(""));
        how.setVisible(!how.getText().isEmpty());
        begin.setText(WORDS.text(state == State.AHEAD ? "steps.begin" : "steps.again"));
        begin.setToolTipText(WORDS.text("steps.begin.hint"));
        show.setVisible(state == State.UNDER_WAY);
        skip.setVisible(state != State.DONE);
        getAccessibleContext().setAccessibleName(count.getText() + ": " + what.getText() + " " + how.getText());
        revalidate();
        repaint();
    }

    private static JButton button(JButton button, String name, Runnable deed) {
        button.setName(name);
        button.addActionListener(click -> deed.run());
        return button;
    }

    private void applyColors() {
        Colors colors = Colors.current();
        setBackground(Colors.mixed(colors.panel(), colors.cursor(), 0.1));
        setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, colors.hairline()));
        count.setFont(Fonts.ui(UIScale.scale(12f), true));
        count.setForeground(colors.cursor());
        what.setFont(Fonts.ui(UIScale.scale(13f), true));
        what.setForeground(colors.text());
        how.setFont(Fonts.ui(UIScale.scale(12f), false));
        how.setForeground(colors.quiet());
    }
}
