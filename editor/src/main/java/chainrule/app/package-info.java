/** The command line: what each word does, what it prints, and how it ends. */
@NullMarked
package chainrule.app;

import org.jspecify.annotations.NullMarked;
