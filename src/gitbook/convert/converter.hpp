#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "gitbook/convert/body.hpp"
#include "gitbook/syntax/node.hpp"

namespace triptych::gitbook {

class Flow;
struct Converter;

/// What an element or a tag means: it adds to the text, or to the blocks, that it stands in.
using Meaning = void (*)(Converter&, const Node&, Flow&);

/// How a picture is meant to stand, beside the `InlineImage` that a paragraph first holds for it.
struct ImageLook {
    double width = 0;      ///< as `doc::Picture::width`
    bool in_line = false;  ///< as high as the text
    std::string title;     ///< shown as the caption of a figure
};

/// What the meanings of one page share.
struct Converter {
    const BodyOptions& options;
    Meaning (*meaning_of)(const Node&);  ///< the table of `meanings.cpp`; null: there is none
    Body& body;
    Diagnostics& diagnostics;
    Allowance included{options.most_included};  ///< bytes of files
    Allowance expanded{options.most_expanded};  ///< bytes of the values of variables
    std::vector<ImageLook> looks = {};          ///< one for each of `body.media`
    /// The file and those that include it, outermost first, with their texts.
    std::vector<std::pair<FileId, std::string_view>> files = {};
    std::uint32_t first_note = 0;         ///< where the file's notes start in `body.notes`
    bool in_cell = false;                 ///< headings are no part of the page's outline
    std::set<std::string> reported = {};  ///< elements without a meaning, each once

    FileId file() const { return files.back().first; }
    /// The source of `span`, which lies in one of `files`.
    std::string_view written(Span span) const;
    /// Registers a picture as it was written.
    MediaId add_media(std::string path, Span span, ImageLook look = {});
};

/// What no rule knows, with its source.
doc::Block unsupported(std::string name, std::string source, Span span);
doc::Inline text_inline(std::string text, Span span);
doc::Block paragraph(doc::Inlines body, Span span);

}  // namespace triptych::gitbook
