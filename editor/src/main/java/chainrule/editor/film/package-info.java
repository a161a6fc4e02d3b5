/** The timeline as pictures that move: a pass, or a training, frame by frame into a GIF or into numbered files. */
@NullMarked
package chainrule.editor.film;

import org.jspecify.annotations.NullMarked;
