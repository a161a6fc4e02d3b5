package chainrule.editor.output;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.part.WholeNumberSpinner;
import chainrule.editor.picture.PictureFormat;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import net.miginfocom.swing.MigLayout;

/** The choices for a picture of the canvas, with the picture that they make. */
final class PicturePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(PicturePanel.class);
    private static final int MARGIN = 40;
    private static final int MOST_MARGIN = 1000;

    private final GraphCanvas canvas;
    private final JComboBox<PictureFormat> format = new JComboBox<>(new DefaultComboBoxModel<>(PictureFormat.values()));
    private final JComboBox<String> scale = new JComboBox<>(new String[] {"1×", "2×", "4×"});
    private final JComboBox<String> part =
            new JComboBox<>(new String[] {WORDS.text("picture.all"), WORDS.text("picture.selected")});
    private final JComboBox<String> theme =
            new JComboBox<>(new String[] {WORDS.text("picture.light"), WORDS.text("picture.dark")});
    private final JCheckBox transparent = new JCheckBox(WORDS.text("picture.transparent.name"));
    private final JCheckBox dots = new JCheckBox(WORDS.text("picture.dots.name"));
    private final JCheckBox carries = new JCheckBox(WORDS.text("picture.carries"), true);
    private final JSpinner margin = new WholeNumberSpinner(MARGIN, 0, MOST_MARGIN, 10);
    private final JLabel size = new JLabel();
    private final Preview preview;

    /**
     * @param selected whether anything is selected that could be a picture of its own
     */
    PicturePanel(GraphCanvas canvas, boolean selected) {
        super(new MigLayout("insets 0, fill", "[]16[grow,fill]", "[grow,fill]"));
        this.canvas = canvas;
        scale.setSelectedIndex(1);
        theme.setSelectedIndex(Colors.current().isDark() ? 1 : 0);
        part.setEnabled(selected);
        if (!selected) {
            part.setToolTipText(WORDS.text("picture.noSelection"));
        }
        preview = new Preview(choice().of(canvas));
        setName("picture");
        add(choices(), "top");
        add(preview, "grow");
        listen();
        follow();
    }

    /** What is chosen now. */
    PictureChoice choice() {
        return new PictureChoice(
                (PictureFormat) format.getSelectedItem(),
                1 << scale.getSelectedIndex(),
                part.getSelectedIndex() == 1,
                theme.getSelectedIndex() == 1,
                transparent.isSelected(),
                dots.isSelected(),
                (Integer) margin.getValue(),
                carries.isEnabled() && carries.isSelected());
    }

    /** What is seen now. */
    GraphPicture picture() {
        return choice().of(canvas);
    }

    private JPanel choices() {
        JPanel panel = new JPanel(new MigLayout("insets 0, wrap 2", "[][fill]"));
        row(panel, WORDS.text("picture.format.name"), "picture.format", format);
        row(panel, WORDS.text("picture.scale.name"), "picture.scale", scale);
        row(panel, WORDS.text("picture.part.name"), "picture.part", part);
        row(panel, WORDS.text("picture.theme.name"), "picture.theme", theme);
        row(panel, WORDS.text("picture.margin.name"), "picture.margin", margin);
        transparent.setName("picture.transparent");
        dots.setName("picture.dots");
        panel.add(transparent, "span 2");
        panel.add(dots, "span 2");
        carries.setName("picture.carries");
        carries.setToolTipText(WORDS.text("picture.carries.tip"));
        panel.add(carries, "span 2");
        size.setName("picture.size");
        panel.add(size, "span 2, gaptop 8");
        return panel;
    }

    private static void row(JPanel panel, String text, String name, JComponent field) {
        JLabel label = new JLabel(text);
        label.setLabelFor(field);
        field.setName(name);
        field.getAccessibleContext().setAccessibleName(text);
        panel.add(label);
        panel.add(field);
    }

    private void listen() {
        format.addActionListener(event -> follow());
        scale.addActionListener(event -> follow());
        part.addActionListener(event -> follow());
        theme.addActionListener(event -> follow());
        transparent.addActionListener(event -> follow());
        dots.addActionListener(event -> follow());
        margin.addChangeListener(event -> follow());
    }

    private void follow() {
        PictureChoice choice = choice();
        GraphPicture picture = choice.of(canvas);
        boolean pixels = choice.format() == PictureFormat.PNG;
        scale.setEnabled(pixels);
        carries.setEnabled(choice.format() != PictureFormat.PDF && !choice.selected());
        int times = pixels ? choice.scale() : 1;
        size.setText(WORDS.text("picture.pixels", picture.width() * times, picture.height() * times));
        preview.show(picture);
    }
}
