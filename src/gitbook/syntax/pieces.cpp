#include "gitbook/syntax/pieces.hpp"

#include <algorithm>

#include "gitbook/syntax/html_tokens.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t most_looked_at = 100;

/// The tags whose end may be left out that stand side by side in one that has an end.
struct Level {
    std::string name;  ///< of the tag around them
    std::vector<std::pair<std::string, std::size_t>> waiting;
};

/// The nearest of `level`'s tags called `name`, which is no longer waiting then; nor are those
/// behind it.
std::optional<std::size_t> take_waiting(Level& level, const std::string& name) {
    const std::size_t count = std::min(level.waiting.size(), most_looked_at);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = level.waiting.size() - 1 - i;
        if (level.waiting[at].first != name) continue;
        const std::size_t index = level.waiting[at].second;
        level.waiting.resize(at);
        return index;
    }
    return std::nullopt;
}

}  // namespace

EndsAhead::EndsAhead(const Pieces& pieces) : pieces_(pieces), has_end_(pieces.size()) {
    std::vector<Level> levels(1);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto* piece = std::get_if<const Tag*>(&pieces[i]);
        if (piece == nullptr) continue;
        const Tag& tag = **piece;
        const EndTag end = end_tag_of(tag.name);
        if (!tag.ends) {
            if (end == EndTag::optional) levels.back().waiting.emplace_back(tag.name, i);
            if (end == EndTag::required && levels.size() < most_looked_at)
                levels.push_back({tag.name, {}});
            continue;
        }
        if (const auto index = take_waiting(levels.back(), tag.name)) {
            has_end_[*index] = true;
            continue;
        }
        const auto open = std::find_if(levels.rbegin(), levels.rend() - 1,
                                       [&](const Level& level) { return level.name == tag.name; });
        if (open != levels.rend() - 1)
            levels.resize(static_cast<std::size_t>(levels.rend() - open) - 1);
    }
}

bool EndsAhead::closes_later(const std::string& name) {
    if (!ends_) {
        ends_.emplace();
        for (const Piece& piece : pieces_) {
            const auto* html = std::get_if<MappedText>(&piece);
            if (html == nullptr) continue;
            HtmlTokens tokens(html->text());
            while (const auto token = tokens.next())
                if (token->kind == HtmlToken::Kind::closing) ++(*ends_)[token->name];
        }
    }
    const auto all = ends_->find(name);
    return all != ends_->end() && all->second > passed_[name];
}

}  // namespace triptych::gitbook
