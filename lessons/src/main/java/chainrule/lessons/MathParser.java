package chainrule.lessons;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Reads {@code $...$} and {@code $$...$$} before Markdown can take the underscores and backslashes inside. */
final class MathParser implements InlineContentParser {
    private static final char DOLLAR = '$';

    /** Makes a parser for each text. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(DOLLAR);
        }

        @Override
        public InlineContentParser create() {
            return new MathParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int signs = scanner.matchMultiple(DOLLAR);
        if (signs > 2) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        while (scanner.find(DOLLAR) >= 0) {
            Position end = scanner.position();
            if (scanner.matchMultiple(DOLLAR) == signs) {
                String latex = scanner.getSource(start, end).getContent();
                return ParsedInline.of(new MathNode(latex.strip(), signs == 2), scanner.position());
            }
        }
        return ParsedInline.none();
    }
}
