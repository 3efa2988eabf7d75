#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "gitbook/convert/body.hpp"
#include "gitbook/syntax/scan_tags.hpp"

struct cmark_node;

namespace triptych::gitbook {

struct Part;
struct Container;
using Parts = std::vector<Part>;

/// Containers, lists, quotes and HTML elements nested deeper than this are kept as plain text.
inline constexpr unsigned deepest_nesting = 100;

/// How a picture is meant to stand, beside the `InlineImage` that a paragraph first holds for it.
struct ImageLook {
    double width = 0;      ///< as `doc::Picture::width`
    bool in_line = false;  ///< as high as the text
    std::string title;     ///< shown as the caption of a figure
};

/// What all converters of one file share: where from, where to, and how deep they are.
struct Reader {
    const BodyOptions& options;
    const ScannedText& source;
    const MappedText* mapped;  ///< the text that Markdown nodes come from
    std::string_view text;     ///< all of the file
    Body& body;
    std::vector<ImageLook>& looks;  ///< one for each of `body.media`
    Diagnostics& diagnostics;
    std::vector<FileId> including;  ///< the file and those that include it, outermost first
    unsigned depth = 0;
    std::uint32_t first_note = 0;  ///< where the file's notes start in `body.notes`

    FileId file() const { return source.text.file(); }
    std::string_view written(Span span) const {
        return text.substr(span.begin, span.end - span.begin);
    }
};

/// Counts one level of nesting for its lifetime.
class Nested {
public:
    explicit Nested(Reader& reader) : reader_(reader) { ++reader_.depth; }
    ~Nested() { --reader_.depth; }
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;
    bool too_deep() const { return reader_.depth > deepest_nesting; }

private:
    Reader& reader_;
};

/// The children of a Markdown node: list items, quotes, documents.
doc::Blocks read_children(Reader& reader, cmark_node* parent);
doc::Blocks read_parts(Reader& reader, const Parts& parts);
/// A whole file: blocks, and notes added to the reader's body.
doc::Blocks read_document(Reader& reader);

/// Registers a picture as it was written.
MediaId add_media(Reader& reader, std::string path, Span span, ImageLook look = {});
/// The source of `span` as plain text without indentation, reported as nested too deep.
doc::Block too_deep(Reader& reader, Span span);
/// What no rule knows, with its source.
doc::Block unsupported(std::string name, std::string source, Span span);
doc::Inline text_inline(std::string text, Span span);
doc::Block paragraph(doc::Inlines body, Span span);

}  // namespace triptych::gitbook
