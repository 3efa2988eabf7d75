#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "doc/walk.hpp"
#include "gitbook/convert/parse_body.hpp"

namespace triptych::gitbook {

/// A page parsed from memory, with what was said about it.
struct ParsedBody {
    Body body;
    Diagnostics diagnostics;

    std::string dump() const { return doc::dump(body.blocks); }
    std::string text() const { return doc::plain_text(body.blocks); }
    std::size_t count(Kind kind) const {
        const auto& all = diagnostics.all();
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [&](const auto& d) { return d.kind == kind; }));
    }
    /// The text of `source` that the first finding of `kind` points at.
    std::string place(Kind kind, const std::string& source) const {
        for (const Diagnostic& diagnostic : diagnostics.all())
            if (diagnostic.kind == kind)
                return source.substr(diagnostic.span.begin,
                                     diagnostic.span.end - diagnostic.span.begin);
        return "";
    }
};

inline ParsedBody parsed(const std::string& text, const BodyOptions& options = {}) {
    ParsedBody result;
    result.body = parse_body(text, FileId{0}, 0, options, result.diagnostics);
    return result;
}

/// The first block of kind `Node`, which must be there.
template <typename Node>
const Node& first(const doc::Blocks& blocks) {
    for (const doc::Block& block : blocks)
        if (const auto* node = std::get_if<Node>(&block.node)) return *node;
    throw std::runtime_error("no such block");
}

}  // namespace triptych::gitbook
