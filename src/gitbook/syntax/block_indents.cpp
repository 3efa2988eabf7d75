#include "gitbook/syntax/block_indents.hpp"

#include <algorithm>
#include <utility>

#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {

std::string BlockIndents::of(const Tag& tag, std::string_view written) {
    std::vector<std::string>& open = open_[tag.name];
    if (!tag.ends) open.emplace_back(written);
    if (!tag.ends || open.empty()) return std::string(written);
    const std::string of_opening = std::move(open.back());
    open.pop_back();
    return of_opening.size() < written.size() ? of_opening : std::string(written);
}

void BlockIndents::note(const Tag& tag, std::string_view indent, std::size_t behind) {
    if (tag.ends || indent.empty() || behind < until_ || end_tag_of(tag.name) != EndTag::required)
        return;
    End& end = next_ends_[tag.name];
    if (end.at < behind) {
        end.at = std::min(text_.find("{% end" + tag.name + " ", behind), text_.size());
        end.line = text_.substr(0, end.at).rfind('\n') + 1;
    }
    const std::string_view before = text_.substr(end.line, end.at - end.line);
    if (end.at == text_.size() || before.size() != indent.size() || before != indent) return;
    until_ = end.line;
    indent_ = indent;
}

std::string_view BlockIndents::missing(std::size_t begin, std::size_t end) const {
    if (begin >= until_) return {};
    const std::string_view line = text_.substr(begin, end - begin);
    const std::size_t front = skip_spaces(line, 0);
    if (front >= indent_.size() || front == line.size() || line.substr(front).starts_with("{%"))
        return {};
    return indent_.substr(front);
}

}  // namespace triptych::gitbook
