package chainrule.editor.palette;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JList;

/** Shows the star of the line that the pointer is over. */
final class StarPointing extends MouseAdapter {
    private final JList<Row> list;
    private final RowRenderer renderer;

    private StarPointing(JList<Row> list, RowRenderer renderer) {
        this.list = list;
        this.renderer = renderer;
    }

    static void addTo(JList<Row> list, RowRenderer renderer) {
        StarPointing pointing = new StarPointing(list, renderer);
        list.addMouseListener(pointing);
        list.addMouseMotionListener(pointing);
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        renderer.under(list.locationToIndex(event.getPoint()));
        list.repaint();
    }

    @Override
    public void mouseExited(MouseEvent event) {
        renderer.under(-1);
        list.repaint();
    }
}
