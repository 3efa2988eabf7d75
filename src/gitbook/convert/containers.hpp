#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "gitbook/convert/reader.hpp"

/// The tree of tags over a run of sibling Markdown blocks.
namespace triptych::gitbook {

/// A piece of HTML as the page holds it.
struct HtmlIsland {
    MappedText html;
};

enum class Syntax : std::uint8_t { tag, html, section_comment };

/// What stands between an opening and its end: a `{% %}` block, an HTML element that holds
/// Markdown, or a HonKit section between two comments.
struct Container {
    Syntax syntax = Syntax::tag;
    std::string name;
    std::string arguments;  ///< as written
    std::vector<TagAttribute> attributes;
    Parts parts;
    Span opening;         ///< the opening tag
    bool closed = false;  ///< its end was found
};

struct Part {
    std::variant<cmark_node*, HtmlIsland, Container> node;
    Span span;
};

/// Builds the tree from openings, ends and what is between, whatever their order. What is left open
/// ends with its parent; ends without a beginning are dropped; both are reported. Openings nested
/// too deep are left out, their content stays.
class ContainerBuilder {
public:
    explicit ContainerBuilder(Reader& reader);

    template <typename Node>
    void add(Node node, Span span) {
        Part& part = stack_.back().parts.emplace_back();
        part.node.template emplace<Node>(std::move(node));
        part.span = span;
    }
    /// `end` says whether the container ends before an end is met.
    void open(Container container, EndTag end);
    void close(Syntax syntax, const std::string& name, Span span);
    bool is_open(Syntax syntax, std::string_view name) const;
    Parts finish();

private:
    struct Level : Container {
        std::vector<std::size_t> awaiting;  ///< indices of parts whose end is optional
    };
    bool close_optional(Syntax syntax, const std::string& name, Span span);
    void pop(Span end);
    void report_unclosed(const Container& container);

    Reader& reader_;
    std::vector<Level> stack_;
    std::vector<std::string> ignored_;
};

/// The parts of a run of siblings that starts with `first`.
Parts build_parts(Reader& reader, cmark_node* first);

/// `<details>`, `{% hint %}` …: how the author would write the opening.
std::string shown(const Container& container);

}  // namespace triptych::gitbook
