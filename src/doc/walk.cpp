#include "doc/walk.hpp"

#include <type_traits>

#include "base/ascii.hpp"
#include "base/match.hpp"
#include "base/text.hpp"

namespace triptych::doc {

namespace {

/// `Node`, const where `Model` is const.
template <typename Model, typename Node>
using Like = std::conditional_t<std::is_const_v<Model>, const Node, Node>;

/// The one list of what a block shows, in reading order: `own` gets its own words, the others its
/// children. `AnyBlock` is `Block` or `const Block`.
template <typename AnyBlock, typename Own, typename OnInlines, typename OnBlocks>
// Long because every kind of block is here.
void visit_block(AnyBlock& block, const Own& own, const OnInlines& inlines,
                 const OnBlocks& blocks) {
    const auto rows = [&](auto& table_rows) {
        for (auto& row : table_rows)
            for (auto& cell : row.cells) blocks(cell.body);
    };
    const auto titled = [&](auto& parts) {
        for (auto& part : parts) {
            inlines(part.title);
            blocks(part.body);
        }
    };
    std::visit(Match{
                   [&](Like<AnyBlock, Paragraph>& node) { inlines(node.body); },
                   [&](Like<AnyBlock, Heading>& node) {
                       own(node.number);
                       inlines(node.body);
                   },
                   [&](Like<AnyBlock, List>& node) {
                       for (auto& item : node.items) blocks(item.body);
                   },
                   [&](Like<AnyBlock, Callout>& node) { blocks(node.body); },
                   [&](Like<AnyBlock, Quote>& node) { blocks(node.body); },
                   [&](Like<AnyBlock, CodeBlock>& node) {
                       own(node.title);
                       own(node.text);
                   },
                   [&](Like<AnyBlock, Diagram>& node) {
                       own(node.title);
                       own(node.source);
                   },
                   [&](Like<AnyBlock, MathBlock>& node) { own(node.tex); },
                   [&](Like<AnyBlock, Table>& node) {
                       inlines(node.caption);
                       rows(node.head);
                       rows(node.rows);
                   },
                   [&](Like<AnyBlock, Figure>& node) { inlines(node.caption); },
                   [&](Like<AnyBlock, MissingPicture>& node) {
                       own(node.alternative);
                       inlines(node.caption);
                   },
                   [&](Like<AnyBlock, Tabs>& node) { titled(node.tabs); },
                   [&](Like<AnyBlock, Steps>& node) { titled(node.steps); },
                   [&](Like<AnyBlock, Cards>& node) { titled(node.cards); },
                   [&](Like<AnyBlock, Details>& node) {
                       inlines(node.summary);
                       blocks(node.body);
                   },
                   [&](Like<AnyBlock, Columns>& node) {
                       for (auto& column : node.columns) blocks(column.body);
                   },
                   [&](Like<AnyBlock, Updates>& node) {
                       for (auto& update : node.updates) {
                           own(update.date);
                           for (auto& tag : update.tags) own(tag);
                           blocks(update.body);
                       }
                   },
                   [&](Like<AnyBlock, LinkCard>& node) {
                       inlines(node.title);
                       own(node.detail);
                       blocks(node.caption);
                   },
                   [](Like<AnyBlock, ThematicBreak>&) {},
                   [&](Like<AnyBlock, Unsupported>& node) { own(node.source); },
               },
               block.node);
}

/// The same for a node in the line.
template <typename AnyInline, typename Own, typename OnInlines>
void visit_inline(AnyInline& node, const Own& own, const OnInlines& inlines) {
    std::visit(Match{
                   [&](Like<AnyInline, Text>& text) { own(text.text); },
                   [&](Like<AnyInline, Emphasis>& styled) { inlines(styled.body); },
                   [&](Like<AnyInline, Strong>& styled) { inlines(styled.body); },
                   [&](Like<AnyInline, Strikethrough>& styled) { inlines(styled.body); },
                   [&](Like<AnyInline, Superscript>& styled) { inlines(styled.body); },
                   [&](Like<AnyInline, Subscript>& styled) { inlines(styled.body); },
                   [&](Like<AnyInline, Mark>& styled) { inlines(styled.body); },
                   [&](Like<AnyInline, Foreign>& passage) { inlines(passage.body); },
                   [&](Like<AnyInline, Ruby>& ruby) {
                       inlines(ruby.body);
                       own(in_brackets(ruby));
                   },
                   [&](Like<AnyInline, Code>& code) { own(code.text); },
                   [&](Like<AnyInline, Keyboard>& key) { own(key.text); },
                   [&](Like<AnyInline, Math>& formula) { own(formula.tex); },
                   [&](Like<AnyInline, Link>& link) { inlines(link.body); },
                   [](Like<AnyInline, InlineImage>&) {},
                   [](Like<AnyInline, NoteReference>&) {},
                   [](Like<AnyInline, Anchor>&) {},
                   [&](Like<AnyInline, LineBreak>&) { own(std::string_view(" ")); },
               },
               node.node);
}

constexpr auto no_words = [](std::string_view) {};

void append_text(std::string& out, const Inlines& inlines) {
    for (const Inline& node : inlines)
        visit_inline(
            node, [&](std::string_view words) { out += words; },
            [&](const Inlines& body) { append_text(out, body); });
}

/// Appends on a line of its own, except behind a heading's number.
void append_line(std::string& out, std::string_view line, char separator = '\n') {
    if (line.empty()) return;
    if (!out.empty()) out += separator;
    out += line;
}

bool is_numbered(const Block& block) {
    const auto* heading = std::get_if<Heading>(&block.node);
    return heading != nullptr && !heading->number.empty();
}

void append_lines(std::string& out, const Blocks& blocks) {
    for (const Block& block : blocks) {
        const char separator = is_numbered(block) ? ' ' : '\n';
        visit_block(
            block, [&](std::string_view words) { append_line(out, words); },
            [&](const Inlines& body) { append_line(out, plain_text(body), separator); },
            [&](const Blocks& body) { append_lines(out, body); });
    }
}

}  // namespace

void for_each_child(const Block& block, const std::function<void(const Inlines&)>& inlines,
                    const std::function<void(const Blocks&)>& blocks) {
    visit_block(block, no_words, inlines, blocks);
}

void for_each_child(Block& block, const std::function<void(Inlines&)>& inlines,
                    const std::function<void(Blocks&)>& blocks) {
    visit_block(block, no_words, inlines, blocks);
}

void for_each_own_text(const Block& block, const std::function<void(std::string_view)>& each) {
    visit_block(
        block, each, [](const Inlines&) {}, [](const Blocks&) {});
}

void for_each_child(const Inline& node, const std::function<void(const Inlines&)>& inlines) {
    visit_inline(node, no_words, inlines);
}

void for_each_child(Inline& node, const std::function<void(Inlines&)>& inlines) {
    visit_inline(node, no_words, inlines);
}

std::string in_brackets(const Ruby& ruby) {
    if (ruby.reading.empty()) return {};
    std::size_t at = 0;
    const bool is_wide = text::next_code_point(ruby.reading, at) >= 0x3000;
    return is_wide ? "（" + ruby.reading + "）" : "(" + ruby.reading + ")";
}

std::string plain_text(const Inlines& inlines) {
    std::string out;
    append_text(out, inlines);
    return out;
}

std::string plain_text(const Blocks& blocks) {
    std::string out;
    append_lines(out, blocks);
    return out;
}

std::size_t count_words(const Blocks& blocks) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : plain_text(blocks)) {
        if (!ascii::is_space(c) && !inside) ++words;
        inside = !ascii::is_space(c);
    }
    return words;
}

}  // namespace triptych::doc
