#include "doc/part_titles.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "base/title_text.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

using Abbreviations = std::set<std::string, std::less<>>;

/// Shorter words in capitals are taken for abbreviations.
constexpr std::size_t shortest_shout = 5;

/// Where the next space of any kind begins at or behind `at`, and where it ends.
struct Gap {
    std::size_t begin = 0, end = 0;
};
Gap next_gap(std::string_view words, std::size_t at) {
    Gap gap{words.size(), words.size()};
    for (const std::string_view space : {" ", "\u00A0", "\u202F"})
        if (const auto found = words.find(space, at); found < gap.begin)
            gap = {found, found + space.size()};
    return gap;
}

template <typename Take>
void for_each_word(std::string_view words, Take take) {
    for (std::size_t at = 0; at < words.size();) {
        const Gap gap = next_gap(words, at);
        if (gap.begin > at) take(words.substr(at, gap.begin - at));
        at = gap.end;
    }
}

/// Words in capitals among others: abbreviations, which keep their capitals everywhere.
Abbreviations abbreviations(const Book& book) {
    Abbreviations found;
    for (const Page& page : book.pages) {
        const std::string title = plain_text(page.title);
        if (text::is_all_capitals(title)) continue;
        for_each_word(title, [&](std::string_view word) {
            if (text::is_all_capitals(word)) found.emplace(word);
        });
    }
    return found;
}

/// Capitals are a look, and no abbreviation, where all parts have them and some word is long.
bool are_shouted(const std::vector<Part>& parts) {
    bool is_long = false;
    for (const Part& part : parts) {
        const std::string title = plain_text(part.title);
        if (title.empty()) continue;
        if (!text::is_all_capitals(title)) return false;
        for_each_word(title, [&](std::string_view word) {
            is_long = is_long || word.size() >= shortest_shout;
        });
    }
    return is_long;
}

/// Sets one title, whose words may stand in several texts.
class Calmer {
public:
    explicit Calmer(const Abbreviations& kept) : kept_(kept) {}

    void calm(Inlines& title) {
        for (Inline& node : title) {
            if (auto* text = std::get_if<Text>(&node.node)) text->text = calmed(text->text);
            for_each_child(node, [this](Inlines& inner) { calm(inner); });
        }
    }

private:
    std::string calmed(const std::string& words) {
        std::string result;
        std::size_t at = 0;
        while (at < words.size()) {
            const Gap gap = next_gap(words, at);
            result += calmed_word(words.substr(at, gap.begin - at));
            result.append(words, gap.begin, gap.end - gap.begin);
            at = gap.end;
        }
        return result;
    }
    std::string calmed_word(const std::string& word) {
        if (!text::is_all_capitals(word)) return word;
        const bool is_first = is_first_;
        is_first_ = false;
        if (kept_.contains(word)) return word;
        const std::string lower = text::lower_case(word);
        if (!is_first) return lower;
        std::size_t first = 0, first_lower = 0;
        text::next_code_point(word, first);
        text::next_code_point(lower, first_lower);
        return word.substr(0, first) + lower.substr(first_lower);
    }

    const Abbreviations& kept_;
    bool is_first_ = true;
};

}  // namespace

void calm_part_titles(Book& book) {
    if (!are_shouted(book.parts)) return;
    const Abbreviations kept = abbreviations(book);
    for (Part& part : book.parts) Calmer(kept).calm(part.title);
}

}  // namespace triptych::doc
