#include "doc/names.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/is_one_of.hpp"
#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/title_text.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

std::string bare(const std::string& title) {
    return std::string(text::without_leading_pictographs(title));
}

std::string title_of(const Page& page) {
    const std::string title = plain_text(page.title);
    return bare(title.empty() ? page.short_title : title);
}

/// The words of a title; spaces of all kinds part them.
std::vector<std::string> name_words(const std::string& title) {
    const std::string plain =
        text::replace_all(text::replace_all(title, "\u00A0", " "), "\u202F", " ");
    std::vector<std::string> words;
    for (const std::string_view word : text::split(plain, ' '))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

/// "2. Tests", "Partie 3" or "Part 1: Start"; a number elsewhere counts nothing.
bool has_own_number(const std::string& title) {
    const std::vector<std::string> words = name_words(title);
    if (words.empty()) return false;
    if (begins_with_figure(words[0])) return true;
    if (words.size() < 2 || !begins_with_figure(words[1])) return false;
    const bool is_marked = std::string_view(":.)").find(words[1].back()) != std::string_view::npos;
    const bool is_followed = words.size() > 2 && is_one_of(words[2], {":", "–", "-", "—"});
    return words.size() == 2 || is_marked || is_followed;
}

bool may_number_parts(const std::vector<Name>& parts) {
    const auto own = [](const Name& part) { return has_own_number(part.title); };
    const auto titled = [](const Name& part) { return !part.title.empty(); };
    return std::none_of(parts.begin(), parts.end(), own) &&
           std::count_if(parts.begin(), parts.end(), titled) >= 2;
}

/// Whether a page at `depth` begins a chapter; the first page of a part always does.
bool begins_chapter(std::size_t chapters_before, std::uint8_t depth) {
    return chapters_before == 0 || depth == 0;
}

class Numberer {
public:
    Numberer(const Book& book, const std::vector<bool>& printed, Names& names)
        : book_(book), printed_(printed), names_(names) {}

    void run() {
        const auto own = [](const Name& page) { return has_own_number(page.title); };
        numbers_chapters_ = std::none_of(names_.pages.begin(), names_.pages.end(), own);
        for (std::size_t part = 0; part < book_.parts.size(); ++part)
            if (!names_.parts[part].title.empty()) number(part);
    }

private:
    void number(std::size_t part) {
        std::size_t chapters = 0;
        for (const PageId id : book_.parts[part].pages) {
            const bool counts = begins_chapter(chapters, book_.pages[index(id)].depth);
            if (!printed_[index(id)] || !counts) continue;
            if (++chapters == 1) names_.parts[part].number = own(fmt::format("{}", ++parts_));
            if (numbers_chapters_)
                names_.pages[index(id)].number = own(fmt::format("{}.{}", parts_, chapters));
        }
    }

    std::string own(std::string number) const {
        return own_digits(std::move(number), book_.metadata.language);
    }

    const Book& book_;
    const std::vector<bool>& printed_;
    Names& names_;
    std::size_t parts_ = 0;
    bool numbers_chapters_ = false;
};

}  // namespace

Names names_of(const Book& book, const std::vector<bool>& printed) {
    Names names;
    for (const Page& page : book.pages) names.pages.push_back({{}, title_of(page)});
    for (const Part& part : book.parts) names.parts.push_back({{}, bare(plain_text(part.title))});
    if (may_number_parts(names.parts)) Numberer(book, printed, names).run();
    return names;
}

}  // namespace triptych::doc
