package chainrule.editor.tour;

import chainrule.editor.session.Tour;
import chainrule.editor.session.TourStep;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A strip above the canvas that says what the tour waits for. */
public final class TourStrip extends JPanel {
    private static final Phrases WORDS = Phrases.of(TourStrip.class);
    private static final long serialVersionUID = 1;

    private final transient Tour tour;
    private final transient Runnable course;
    private final JLabel count = new JLabel();
    private final JLabel what = new JLabel();
    private final JLabel how = new JLabel();
    private final JButton show = new JButton(WORDS.text("tour.showMe"));
    private final JButton skip = new JButton(WORDS.text("tour.skip.name"));
    private final JButton begin = new JButton(WORDS.text("tour.course.name"));
    private final JButton end = new JButton(WORDS.text("tour.leave"));

    /**
     * @param course begins the course, which the last step offers
     */
    public TourStrip(Tour tour, Runnable course) {
        super(new MigLayout("insets 10 16 10 12, fillx, hidemode 3", "[]14[grow,fill,0:0:]14[][][][]", "[]3[]"));
        this.tour = tour;
        this.course = course;
        setName("tour");
        count.putClientProperty("FlatLaf.styleClass", "h3");
        what.putClientProperty("FlatLaf.styleClass", "h4");
        what.setName("tour.what");
        how.setName("tour.how");
        add(count, "spany 2, aligny center");
        add(what);
        add(button(show, "tour.show", tour::show), "spany 2");
        add(button(skip, "tour.skip", tour::skip), "spany 2");
        add(button(begin, "tour.course", this::beginCourse), "spany 2");
        add(button(end, "tour.end", tour::end), "spany 2, wrap");
        add(how, "skip 1");
        tour.onChange(this::refresh);
        refresh();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        Colors colors = Colors.current();
        setBackground(Colors.mixed(colors.panel(), colors.cursor(), 0.1));
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, colors.hairline()));
        if (how != null) {
            how.setForeground(colors.text());
            count.setForeground(colors.cursor());
        }
    }

    private static JButton button(JButton button, String name, Runnable deed) {
        button.setName(name);
        button.addActionListener(click -> deed.run());
        return button;
    }

    private void beginCourse() {
        tour.end();
        course.run();
    }

    private void refresh() {
        Optional<TourStep> step = tour.step();
        count.setText(step.isPresent() ? (tour.done() + 1) + " / " + tour.steps() : "✓");
        what.setText(step.map(TourStep::what).orElse(WORDS.text("tour.over")));
        how.setText(step.map(TourStep::how).orElse(WORDS.text("tour.over.how")));
        what.setToolTipText(what.getText());
        how.setToolTipText(how.getText());
        show.setVisible(step.isPresent());
        skip.setVisible(step.isPresent());
        begin.setVisible(step.isEmpty());
        end.setText(WORDS.text(step.isPresent() ? "tour.leave" : "tour.close"));
        getAccessibleContext().setAccessibleName(WORDS.text("tour.spoken", what.getText(), how.getText()));
        setVisible(tour.isOn());
        revalidate();
        repaint();
    }
}
