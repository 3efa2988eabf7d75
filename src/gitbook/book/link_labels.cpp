#include "gitbook/book/link_labels.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "doc/walk.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/book/front_matter.hpp"
#include "gitbook/book/links.hpp"
#include "gitbook/convert/parse_body.hpp"
#include "gitbook/syntax/address.hpp"
#include "gitbook/syntax/source_text.hpp"

namespace triptych::gitbook {

bool repeats_target(std::string_view label, std::string_view written, LabelOf kind) {
    if (label.empty()) return true;
    // What GitBook's editor shows in a card whose page was taken out.
    if (kind == LabelOf::card && label == "Broken link" && is_broken_marker(written)) return true;
    if (label == written) return kind == LabelOf::card || is_markdown(label);
    const std::string path = text::percent_decode(split_reference(written).path);
    const bool named = label == last_part(path) || label == path;
    return named && (kind == LabelOf::card || is_markdown(label));
}

std::string last_part(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return std::string(name_of(path));
}

std::string title_of_file(const Files& files, const std::string& path) {
    auto bytes = files.read(path);
    if (!bytes) return {};
    const SourceText source = source_text(std::move(*bytes));
    Diagnostics ignored;
    const FrontMatter front = parse_front_matter(source.text, FileId{0}, ignored);
    for (std::string_view rest = std::string_view(source.text).substr(front.body_begin);
         !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (text::trim(line).empty()) continue;
        const Body heading = parse_body(line, FileId{0}, 0, {}, ignored);
        if (heading.title) return text::collapse_spaces(doc::plain_text(*heading.title));
        break;
    }
    return front.title;
}

bool holds_picture(const doc::Inlines& label) {
    bool held = false;
    for (const doc::Inline& node : label) {
        held = held || std::holds_alternative<doc::InlineImage>(node.node);
        doc::for_each_child(
            node, [&](const doc::Inlines& children) { held = held || holds_picture(children); });
    }
    return held;
}

}  // namespace triptych::gitbook
