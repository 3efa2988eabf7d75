#include "doc/term_index.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/title_text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

constexpr std::size_t longest_term = 60, most_words = 4;

bool is_word_character(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    const bool is_sign = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
                         (c >= 0xFE00 && c <= 0xFE0F) || c >= 0x1F000;
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !is_sign;
}

/// Without accents and capitals where it is Latin, else without capitals.
std::string folded_word(std::string_view word) {
    std::string lower = text::lower_case(word);
    if (text::is_ascii(lower)) return lower;
    std::string slug = text::file_slug(word);
    const bool is_latin = slug.find('-') == std::string::npos && slug != "document";
    return is_latin ? slug : lower;
}

/// Words that a term does not begin with; what begins with them is stressed, or is a sentence.
bool is_small_word(const std::string& word) {
    static const std::set<std::string_view> small = {
        "a",      "afin",    "ainsi", "alors",      "apres",     "au",       "aucun",    "aucune",
        "aussi",  "aux",     "avant", "avec",       "ce",        "ces",      "cet",      "cette",
        "chaque", "combien", "comme", "comment",    "d",         "dans",     "de",       "des",
        "donc",   "du",      "elle",  "elles",      "en",        "et",       "etre",     "il",
        "ils",    "jamais",  "je",    "l",          "la",        "le",       "les",      "leur",
        "mais",   "meme",    "moins", "n",          "ne",        "ni",       "nous",     "on",
        "ou",     "par",     "pas",   "plus",       "plusieurs", "pour",     "pourquoi", "puis",
        "qu",     "quand",   "que",   "quel",       "quelle",    "quelques", "qui",      "quoi",
        "s",      "sans",    "sauf",  "se",         "ses",       "seul",     "seule",    "si",
        "son",    "sous",    "sur",   "toujours",   "tous",      "tout",     "toute",    "toutes",
        "tres",   "un",      "une",   "uniquement", "vos",       "votre",    "vous",     "y",
        "all",    "always",  "an",    "and",        "any",       "are",      "as",       "at",
        "before", "but",     "by",    "each",       "every",     "for",      "from",     "how",
        "if",     "in",      "is",    "it",         "its",       "never",    "no",       "not",
        "of",     "only",    "or",    "the",        "their",     "these",    "this",     "to",
        "we",     "what",    "when",  "where",      "who",       "why",      "with",     "without",
        "you",    "your"};
    return small.contains(word);
}

/// A word in a text.
struct TextWord {
    std::size_t begin = 0;
    std::string folded;  ///< without accents and capitals
};

std::vector<TextWord> words_of(std::string_view text) {
    std::vector<TextWord> words;
    std::size_t at = 0, begin = 0;
    const auto finish = [&](std::size_t end) {
        if (end > begin) words.push_back({begin, folded_word(text.substr(begin, end - begin))});
    };
    while (at < text.size()) {
        const std::size_t here = at;
        if (is_word_character(text::next_code_point(text, at))) continue;
        finish(here);
        begin = at;
    }
    finish(text.size());
    return words;
}

std::string folded(std::string_view term) {
    std::string out;
    for (const TextWord& word : words_of(term)) out += (out.empty() ? "" : " ") + word.folded;
    return out;
}

/// A term as it stands in the index: without what only ends it in the text.
std::string bare_term(const Inlines& body) {
    std::string term(text::without_leading_pictographs(text::collapse_spaces(plain_text(body))));
    const auto ends_with_sign = [&] {
        for (const std::string_view sign :
             {".", ",", ";", ":", "!", "?", "…", " ", "\u00A0", "\u202F"})
            if (term.ends_with(sign)) {
                term.resize(term.size() - sign.size());
                return true;
            }
        return false;
    };
    while (ends_with_sign()) continue;
    return term;
}

bool can_be_term(const std::string& term) {
    if (term.size() < 2 || term.size() > longest_term) return false;
    const auto words = words_of(term);
    if (words.empty() || words.size() > most_words) return false;
    if (is_small_word(words.front().folded)) return false;
    // Numbers, dates and parts of sentences are none.
    const char first = words.front().folded.front();
    return (first < '0' || first > '9') &&
           term.find_first_of("/@<>=()[]{}«»\"") == std::string::npos;
}

bool is_glossary(const Page& page) {
    const std::string path = text::lower_case(page.path);
    return path == "glossary.md" || path.ends_with("/glossary.md");
}

char letter_of(const std::string& folded) {
    const char c = folded.front();
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : '#';
}

class TermFinder {
public:
    explicit TermFinder(Book& book) : book_(book) {}

    std::vector<IndexEntry> run() {
        for (const Page& page : book_.pages)
            if (is_glossary(page)) read_glossary(page);
        for (std::size_t i = 0; i < book_.pages.size(); ++i) {
            if (book_.pages[i].path.empty()) continue;  // lists that no author wrote
            page_ = PageId{static_cast<std::uint32_t>(i)};
            here_.clear();
            anchors_ = 0;
            Page& page = book_.pages[i];
            prefix_ = page.id + ".term-";
            in_glossary_ = is_glossary(page);
            blocks(page.body);
        }
        return take();
    }

private:
    void read_glossary(const Page& page) {
        for (const Block& block : page.body) {
            const auto* heading = std::get_if<Heading>(&block.node);
            if (heading == nullptr) continue;
            const std::string term = bare_term(heading->body);
            const auto words = words_of(term);
            if (words.empty() || words.size() > most_words || term.size() > longest_term) continue;
            glossary_[words.front().folded].insert(folded(term));
            Found& found = found_[folded(term)];
            found.term = term;
            found.is_defined = true;
            if (!heading->id.empty()) found.places.push_back({place_of(page), heading->id});
        }
    }
    PageId place_of(const Page& page) const {
        return PageId{static_cast<std::uint32_t>(&page - book_.pages.data())};
    }

    void blocks(Blocks& list) {
        for (Block& block : list) {
            if (traits_of(block).is_heading) continue;
            const auto* paragraph = std::get_if<Paragraph>(&block.node);
            if (paragraph != nullptr && paragraph->role == ParagraphRole::bold_heading) continue;
            for_each_child(
                block, [this](Inlines& body) { inlines(body); },
                [this](Blocks& body) { blocks(body); });
        }
    }

    void inlines(Inlines& body) {
        Inlines result;
        result.reserve(body.size());
        for (Inline& node : body) {
            if (auto* text = std::get_if<Text>(&node.node); text != nullptr && !in_glossary_) {
                take_text(*text, node.span, result);
                continue;
            }
            if (const auto* strong = std::get_if<Strong>(&node.node))
                if (auto anchor = anchor_of(bare_term(strong->body)))
                    result.push_back({Anchor{std::move(*anchor)}, node.span});
            for_each_child(node, [this](Inlines& inner) { inlines(inner); });
            result.push_back(std::move(node));
        }
        body = std::move(result);
    }

    /// The anchor for a bold term that has none on this page yet.
    std::optional<std::string> anchor_of(const std::string& term) {
        if (!can_be_term(term)) return std::nullopt;
        return claim(folded(term), term);
    }

    std::optional<std::string> claim(const std::string& key, const std::string& term) {
        if (!here_.insert(key).second) return std::nullopt;
        Found& found = found_[key];
        if (found.term.empty()) found.term = term;
        std::string id = fmt::format("{}{}", prefix_, ++anchors_);
        found.places.push_back({page_, id});
        return id;
    }

    /// Text with anchors in front of the terms of the glossary.
    void take_text(Text& text, Span span, Inlines& to) {
        std::size_t taken = 0;
        if (!glossary_.empty()) {
            const auto words = words_of(text.text);
            for (std::size_t i = 0; i < words.size(); ++i) {
                const std::string* key = term_at(words, i);
                auto anchor = key == nullptr ? std::nullopt : claim(*key, {});
                if (!anchor) continue;
                if (words[i].begin > taken)
                    to.push_back({Text{text.text.substr(taken, words[i].begin - taken)}, span});
                taken = words[i].begin;
                to.push_back({Anchor{std::move(*anchor)}, span});
            }
        }
        if (taken == 0)
            to.push_back({std::move(text), span});
        else
            to.push_back({Text{text.text.substr(taken)}, span});
    }

    /// The longest term of the glossary that begins with word `at`; or null.
    const std::string* term_at(const std::vector<TextWord>& words, std::size_t at) const {
        const auto terms = glossary_.find(words[at].folded);
        if (terms == glossary_.end()) return nullptr;
        const std::string* found = nullptr;
        std::string key;
        for (std::size_t i = at; i < words.size() && i < at + most_words; ++i) {
            key += (key.empty() ? "" : " ") + words[i].folded;
            if (const auto term = terms->second.find(key); term != terms->second.end())
                found = &*term;
        }
        return found;
    }

    std::vector<IndexEntry> take() {
        std::vector<IndexEntry> entries;
        for (auto& [key, found] : found_) {  // in the order of their folded form
            const bool is_entry = found.is_defined || found.places.size() <= most_places;
            if (found.places.empty() || !is_entry) continue;
            // Its place in the glossary was found before all others.
            std::stable_sort(
                found.places.begin(), found.places.end(),
                [](const PageRef& a, const PageRef& b) { return index(a.page) < index(b.page); });
            entries.push_back({std::move(found.term), letter_of(key), std::move(found.places)});
        }
        return entries;
    }

    struct Found {
        std::string term;
        std::vector<PageRef> places;
        bool is_defined = false;
    };

    Book& book_;
    std::map<std::string, Found> found_;                     ///< by folded term
    std::map<std::string, std::set<std::string>> glossary_;  ///< by first word
    std::set<std::string> here_;  ///< terms that this page has an anchor for
    PageId page_{};
    std::string prefix_;
    std::size_t anchors_ = 0;
    bool in_glossary_ = false;
};

}  // namespace

std::vector<IndexEntry> index_terms(Book& book) { return TermFinder(book).run(); }

}  // namespace triptych::doc
