#include "gitbook/book/link_labels.hpp"

#include <triptych/files.hpp>

#include "base/text.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/syntax/address.hpp"

namespace triptych::gitbook {

bool repeats_target(std::string_view label, std::string_view written, LabelOf kind) {
    if (label.empty()) return true;
    if (label == written) return kind == LabelOf::card || is_markdown(label);
    const std::string path = text::percent_decode(split_reference(written).path);
    const bool named = label == last_part(path) || label == path;
    return named && (kind == LabelOf::card || is_markdown(label));
}

std::string last_part(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return std::string(name_of(path));
}

}  // namespace triptych::gitbook
