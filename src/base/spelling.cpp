#include <triptych/spelling.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace triptych::spelling {

namespace {

constexpr std::size_t longest_word = 40;

}  // namespace

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& names) {
    if (word.size() > longest_word) return {};
    std::string_view best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string_view name : names) {
        const std::size_t edits = distance(word, name);
        // Words without a letter in common are not near, however short they are.
        if (edits >= least || edits >= std::max(word.size(), name.size())) continue;
        best = name;
        least = edits;
    }
    return best;
}

Message suggestion(std::string_view near, Message otherwise) {
    return near.empty() ? std::move(otherwise) : say("did you mean '{}'?", near);
}

}  // namespace triptych::spelling
