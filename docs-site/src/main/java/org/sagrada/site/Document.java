package org.sagrada.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * One document, read.
 *
 * @param path from the repository's root
 * @param title its first heading
 * @param anchors of its headings, as GitHub names them
 * @param links where its links and images lead, as written
 * @param root of its syntax tree
 */
record Document(Path path, String title, Set<String> anchors, List<String> links, Node root) {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** Reads a document below a root. */
    static Document read(Path repository, Path path) throws IOException {
        var root = PARSER.parse(Files.readString(repository.resolve(path)));
        var reader = new Reader();
        root.accept(reader);
        return new Document(
                path,
                reader.titles.isEmpty() ? path.toString() : reader.titles.getFirst(),
                anchors(reader.titles),
                List.copyOf(reader.links),
                root);
    }

    /** The document's part of its page, with links led elsewhere. */
    String html(Links links) {
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create(), HeadingAnchorExtension.create()))
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    attributes.computeIfPresent("href", (name, target) -> links.onSite(path, target));
                    attributes.computeIfPresent("src", (name, target) -> links.onSite(path, target));
                })
                .build()
                .render(root);
    }

    private static Set<String> anchors(List<String> titles) {
        var ids = IdGenerator.builder().build();
        return titles.stream().map(ids::generateId).collect(Collectors.toSet());
    }

    private static final class Reader extends AbstractVisitor {

        private final List<String> titles = new ArrayList<>();
        private final List<String> links = new ArrayList<>();

        @Override
        public void visit(Heading heading) {
            var words = new Words();
            heading.accept(words);
            titles.add(words.text.toString());
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
            visitChildren(image);
        }
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text words) {
            text.append(words.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }
    }
}
