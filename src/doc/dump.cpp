#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/code_parts.hpp"
#include "base/match.hpp"
#include "doc/code_lines.hpp"
#include "doc/dump_words.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {

namespace {

using dump_words::field;
using dump_words::flag;
using dump_words::name;
using dump_words::quoted;
using dump_words::share;

/// Writes lines, each indented by two spaces for every node around it.
class Dumper {
public:
    explicit Dumper(int indent) : depth_(indent) {}

    void book(const Book& book);
    void blocks(const Blocks& blocks) {
        for (const Block& each : blocks) block(each);
    }
    std::string take() { return std::move(out_); }

private:
    void line(std::string_view text) {
        out_.append(static_cast<std::size_t>(depth_) * 2, ' ').append(text).push_back('\n');
    }
    /// A line, and below it what `children` writes.
    template <typename Children>
    void node(std::string_view text, const Children& children) {
        line(text);
        ++depth_;
        children();
        --depth_;
    }
    void styled(std::string_view name, const Inlines& body) {
        node(name, [&] { inlines(body); });
    }
    void boxed(std::string_view name, const Blocks& body) {
        node(name, [&] { blocks(body); });
    }
    /// A named group of inlines, unless it is empty.
    void group(std::string_view name, const Inlines& body) {
        if (!body.empty()) styled(name, body);
    }
    template <typename Part>
    void titled(std::string_view name, const Part& part) {
        node(name, [&] {
            group("title", part.title);
            blocks(part.body);
        });
    }

    void inlines(const Inlines& inlines) {
        for (const Inline& each : inlines) inline_node(each);
    }
    void inline_node(const Inline& each);
    void block(const Block& each);
    void list(const List& node);
    void code(const CodeBlock& block);
    void table(const Table& node);
    void rows(std::string_view name, const std::vector<Row>& rows);
    void picture(const Picture& picture);
    void cards(const Cards& node);
    void updates(const Updates& node);
    void metadata(const Metadata& metadata);
    void page(std::size_t number, const Page& page);
    void part(const Part& part);
    void wishes(const SlideWishes& wishes);

    std::string out_;
    int depth_;
};

void Dumper::inline_node(const Inline& each) {
    std::visit(
        Match{
            [&](const Text& node) { line("text " + quoted(node.text)); },
            [&](const Emphasis& node) { styled("emphasis", node.body); },
            [&](const Strong& node) { styled("strong", node.body); },
            [&](const Strikethrough& node) { styled("strikethrough", node.body); },
            [&](const Superscript& node) { styled("superscript", node.body); },
            [&](const Subscript& node) { styled("subscript", node.body); },
            [&](const Mark& node) {
                styled(fmt::format("mark text={} ground={}", name(node.text), name(node.ground)),
                       node.body);
            },
            [&](const Foreign& node) { styled("foreign " + node.language, node.body); },
            [&](const Ruby& node) { styled("ruby " + quoted(node.reading), node.body); },
            [&](const Code& node) { line("code " + quoted(node.text)); },
            [&](const Keyboard& node) { line("keyboard " + quoted(node.text)); },
            [&](const Math& node) { line("math " + quoted(node.tex)); },
            [&](const Link& node) { styled("link " + name(node.target), node.body); },
            [&](const InlineImage& node) {
                line(fmt::format("inline-image {}{}{}", index(node.media),
                                 field("alternative", node.alternative),
                                 flag(node.decorative, " decorative")));
            },
            [&](const NoteReference& node) { line(fmt::format("note-reference {}", node.note)); },
            [&](const Anchor& node) { line("anchor " + node.id); },
            [&](const LineBreak&) { line("line-break"); },
        },
        each.node);
}

/// Below the block, the parts of each line that has any.
void Dumper::code(const CodeBlock& block) {
    const std::string highlighted =
        block.highlighted.empty()
            ? ""
            : fmt::format(" highlighted={}", fmt::join(block.highlighted, ","));
    node(fmt::format("code-block{}{}{}{} {}", field("language", block.language),
                     field("title", block.title), flag(block.line_numbers, " line-numbers"),
                     highlighted, quoted(block.text)),
         [&] {
             for (const CodeLine& each : code_lines(block)) {
                 std::string parts;
                 for (const CodePiece& piece : each.pieces)
                     if (piece.part)
                         parts +=
                             fmt::format(" {} {}", triptych::name(*piece.part), quoted(piece.text));
                 if (!parts.empty()) line(fmt::format("line {}:{}", each.number, parts));
             }
         });
}

// Long because every kind of block is here.
void Dumper::block(const Block& each) {
    std::visit(Match{
                   [&](const Paragraph& node) {
                       styled(fmt::format("paragraph{}", name(node.role)), node.body);
                   },
                   [&](const Heading& node) {
                       styled(
                           fmt::format("heading level={} look={} id={}{}", node.level,
                                       node.written_level, node.id, field("number", node.number)),
                           node.body);
                   },
                   [&](const List& node) { list(node); },
                   [&](const Callout& node) {
                       boxed(fmt::format("callout {}", name(node.kind)), node.body);
                   },
                   [&](const Quote& node) { boxed("quote", node.body); },
                   [&](const CodeBlock& node) { code(node); },
                   [&](const Diagram& node) {
                       line(fmt::format("diagram {} {}{}", node.language, quoted(node.source),
                                        field("title", node.title)));
                   },
                   [&](const MathBlock& node) { line("math-block " + quoted(node.tex)); },
                   [&](const Table& node) { table(node); },
                   [&](const Figure& node) {
                       this->node("figure", [&] {
                           for (const Picture& each_picture : node.pictures) picture(each_picture);
                           group("caption", node.caption);
                       });
                   },
                   [&](const MissingPicture& node) {
                       this->node(fmt::format("missing-picture{}{}", field("path", node.path),
                                              field("alternative", node.alternative)),
                                  [&] { group("caption", node.caption); });
                   },
                   [&](const Tabs& node) {
                       this->node("tabs", [&] {
                           for (const Tab& tab : node.tabs) titled("tab id=" + tab.id, tab);
                       });
                   },
                   [&](const Steps& node) {
                       this->node("steps", [&] {
                           for (const Step& step : node.steps) titled("step id=" + step.id, step);
                       });
                   },
                   [&](const Cards& node) { cards(node); },
                   [&](const Details& node) {
                       this->node("details id=" + node.id, [&] {
                           group("summary", node.summary);
                           blocks(node.body);
                       });
                   },
                   [&](const Columns& node) {
                       this->node("columns", [&] {
                           for (const SideColumn& column : node.columns)
                               boxed("column" + share(column.width), column.body);
                       });
                   },
                   [&](const Updates& node) { updates(node); },
                   [&](const LinkCard& node) {
                       this->node(fmt::format("link-card {} {}{}", name(node.kind),
                                              name(node.target), field("detail", node.detail)),
                                  [&] {
                                      group("title", node.title);
                                      blocks(node.caption);
                                  });
                   },
                   [&](const ThematicBreak&) { line("thematic-break"); },
                   [&](const Unsupported& node) {
                       line(fmt::format("unsupported {} {}", node.name, quoted(node.source)));
                   },
               },
               each.node);
}

void Dumper::list(const List& list) {
    const std::string kind =
        list.ordered ? fmt::format("ordered start={}{}{}", list.start, name(list.numbering),
                                   flag(list.reversed, " reversed"))
                     : "bullets";
    node(fmt::format("list {}{}", kind, flag(!list.tight, " loose")), [&] {
        for (const ListItem& item : list.items)
            boxed(fmt::format("item{}{}", name(item.task),
                              item.number ? fmt::format(" number={}", *item.number) : ""),
                  item.body);
    });
}

void Dumper::rows(std::string_view name, const std::vector<Row>& rows) {
    for (const Row& row : rows)
        node(name, [&] {
            for (const Cell& cell : row.cells)
                boxed(fmt::format("cell{}{}", flag(cell.heads_row, " heads-row"),
                                  dump_words::name(cell.covered)),
                      cell.body);
        });
}

void Dumper::table(const Table& table) {
    node("table", [&] {
        for (const Column& column : table.columns)
            line(fmt::format("column {}{}", name(column.align), share(column.width)));
        group("caption", table.caption);
        rows("head", table.head);
        rows("row", table.rows);
    });
}

void Dumper::picture(const Picture& picture) {
    line(fmt::format("picture {}{}{}{}{}", index(picture.media),
                     field("alternative", picture.alternative),
                     flag(picture.decorative, " decorative"), share(picture.width),
                     picture.target ? " to " + name(*picture.target) : ""));
}

void Dumper::cards(const Cards& cards) {
    node("cards", [&] {
        for (const Card& card : cards.cards)
            node(card.target ? "card " + name(*card.target) : "card", [&] {
                if (card.cover) picture(*card.cover);
                group("title", card.title);
                blocks(card.body);
            });
    });
}

void Dumper::updates(const Updates& updates) {
    node("updates", [&] {
        for (const Update& update : updates.updates)
            boxed(fmt::format("update id={} date={}{}", update.id, update.date,
                              field("tags", fmt::format("{}", fmt::join(update.tags, ", ")))),
                  update.body);
    });
}

void Dumper::metadata(const Metadata& metadata) {
    const std::pair<std::string_view, const std::string&> fields[] = {
        {"title", metadata.title},
        {"subtitle", metadata.subtitle},
        {"description", metadata.description},
        {"publisher", metadata.publisher},
        {"language", metadata.language},
        {"date", metadata.date},
        {"version", metadata.version},
        {"rights", metadata.rights},
        {"licence", metadata.licence},
        {"identifier", metadata.identifier},
        {"site-url", metadata.site_url},
        {"series", metadata.series},
    };
    for (const auto& [key, value] : fields)
        if (!value.empty()) line(fmt::format("{} {}", key, quoted(value)));
    for (const std::string& author : metadata.authors) line("author " + quoted(author));
    for (const std::string& subject : metadata.subjects) line("subject " + quoted(subject));
    if (metadata.cover) line(fmt::format("cover {}", index(*metadata.cover)));
    if (metadata.logo) line(fmt::format("logo {}", index(*metadata.logo)));
    if (const auto& path = metadata.slides_template.path; !path.empty())
        line("template " + quoted(path));
}

void Dumper::part(const Part& part) {
    std::string pages;
    for (const PageId page : part.pages)
        pages += fmt::format("{}{}", pages.empty() ? "" : ",", index(page));
    styled(fmt::format("part id={} pages={}", part.id, pages), part.title);
}

void Dumper::wishes(const SlideWishes& wishes) {
    const std::string level = wishes.level ? fmt::format(" level={}", *wishes.level) : "";
    const std::string text =
        fmt::format("{}{}{}{}", flag(wishes.skip, " skip"), level, field("title", wishes.title),
                    field("notes", wishes.notes));
    if (!text.empty()) line("slides" + text);
}

void Dumper::page(std::size_t number, const Page& page) {
    const std::string cover = page.cover ? fmt::format(" cover={}", index(*page.cover)) : "";
    node(fmt::format("page {} id={} path={} depth={}{}{}{}", number, page.id, quoted(page.path),
                     page.depth, cover, flag(page.hidden, " hidden"),
                     flag(!page.shows_title, " title-hidden")),
         [&] {
             group("title", page.title);
             line("short-title " + quoted(page.short_title));
             if (!page.description.empty()) line("description " + quoted(page.description));
             wishes(page.slides);
             blocks(page.body);
             for (const Note& note : page.notes) boxed("note id=" + note.id, note.body);
         });
}

void Dumper::book(const Book& book) {
    node("book", [&] {
        metadata(book.metadata);
        for (std::size_t i = 0; i < book.media.size(); ++i)
            line(fmt::format("media {} {} {}{}", i,
                             book.media[i].kind == MediaKind::picture ? "picture" : "file",
                             quoted(book.media[i].path),
                             book.media[i].dark != no_media
                                 ? fmt::format(" dark={}", index(book.media[i].dark))
                                 : ""));
        for (const Part& each : book.parts) part(each);
        for (std::size_t i = 0; i < book.pages.size(); ++i) page(i, book.pages[i]);
    });
}

}  // namespace

std::string dump(const Book& book) {
    Dumper dumper(0);
    dumper.book(book);
    return dumper.take();
}

std::string dump(const Blocks& blocks, int indent) {
    Dumper dumper(indent);
    dumper.blocks(blocks);
    return dumper.take();
}

}  // namespace triptych::doc
