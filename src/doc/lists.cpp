#include "doc/lists.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "doc/own_words.hpp"
#include "doc/term_index.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

enum class Captioned : std::uint8_t { figure, table };

/// Calls `each` with the caption of every figure and table below, in reading order.
template <typename Each>
void for_each_caption(Blocks& blocks, const Each& each) {
    for (Block& block : blocks) {
        if (auto* figure = std::get_if<Figure>(&block.node))
            each(Captioned::figure, figure->caption, block.span);
        if (auto* table = std::get_if<Table>(&block.node))
            each(Captioned::table, table->caption, block.span);
        for_each_child(
            block, [](Inlines&) {}, [&](Blocks& inner) { for_each_caption(inner, each); });
    }
}

Inline text(std::string words, Span span = {}) { return {Text{std::move(words)}, span}; }

class Lister {
public:
    Lister(Book& book, PlaceWords words) : book_(book), words_(words) {}

    void add_captions(Captioned wanted, Word title, const char* id) {
        Inlines lines;
        for (std::size_t i = 0; i < book_.pages.size(); ++i) {
            std::size_t count = 0;
            const PageId page{static_cast<std::uint32_t>(i)};
            for_each_caption(book_.pages[i].body, [&](Captioned kind, Inlines& caption, Span span) {
                if (kind != wanted || caption.empty()) return;
                const PageRef place{page, fmt::format("{}.{}-{}", book_.pages[i].id, id, ++count)};
                if (!lines.empty()) lines.push_back({LineBreak{}, {}});
                add_line(text::collapse_spaces(plain_text(caption)), {place}, lines);
                caption.insert(caption.begin(), {Anchor{place.element}, span});
            });
        }
        add_page(title, id, paragraphs(std::move(lines)));
    }

    void add_index() {
        Blocks body;
        std::vector<Inlines> lines;
        char letter = 0;
        for (const IndexEntry& entry : index_terms(book_)) {
            if (entry.letter != letter) {
                add_letter(std::exchange(lines, {}), body);
                body.push_back(
                    {Paragraph{{text(std::string(1, entry.letter))}, ParagraphRole::bold_heading},
                     {}});
                letter = entry.letter;
            }
            add_line(entry.term, entry.places, lines.emplace_back());
        }
        add_letter(std::move(lines), body);
        add_page(Word::index, "index", std::move(body));
    }

private:
    /// So many lines are not parted by a page turn: readers go down one column, then the other.
    static constexpr std::size_t lines_in_column = 8;

    /// On paper in two columns, a few lines at a time.
    void add_letter(std::vector<Inlines> lines, Blocks& to) const {
        const std::size_t step = words_ == PlaceWords::numbers
                                     ? 2 * lines_in_column
                                     : std::max<std::size_t>(1, lines.size());
        for (std::size_t i = 0; i < lines.size(); i += step) {
            const std::size_t end = std::min(lines.size(), i + step);
            const bool is_short = words_ == PlaceWords::titles || end - i < 2;
            const std::size_t half = is_short ? end : i + (end - i + 1) / 2;
            if (is_short)
                to.push_back(joined(lines, i, end));
            else
                to.push_back(
                    {Columns{{{0, {joined(lines, i, half)}}, {0, {joined(lines, half, end)}}}},
                     {}});
        }
    }

    static Block joined(std::vector<Inlines>& lines, std::size_t begin, std::size_t end) {
        Inlines body;
        for (std::size_t i = begin; i < end; ++i) {
            if (i > begin) body.push_back({LineBreak{}, {}});
            std::move(lines[i].begin(), lines[i].end(), std::back_inserter(body));
        }
        return {Paragraph{std::move(body), {}}, {}};
    }

    static Blocks paragraphs(Inlines lines) {
        if (lines.empty()) return {};
        return {{Paragraph{std::move(lines), {}}, {}}};
    }

    /// "term, 12, 45", or with the titles of pages.
    void add_line(const std::string& words, const std::vector<PageRef>& places, Inlines& to) const {
        to.push_back(text(words));
        for (const PageRef& place : places) {
            to.push_back(text(&place == &places.front() ? "\u2002" : ", "));
            Inlines label;
            if (words_ == PlaceWords::titles)
                label.push_back(text(book_.pages[index(place.page)].short_title));
            to.push_back({Link{place, std::move(label)}, {}});
        }
    }

    void add_page(Word title, const char* id, Blocks body) {
        if (body.empty()) return;
        const std::string name(word_in(book_.metadata.language, title));
        Page page;
        page.id = fmt::format("{}{}", generated_page_prefix, id);
        page.title = own_words(name, book_.metadata.language);
        page.short_title = name;
        page.body = std::move(body);
        if (!is_open_) book_.parts.emplace_back();
        is_open_ = true;
        book_.parts.back().pages.push_back(PageId{static_cast<std::uint32_t>(book_.pages.size())});
        book_.pages.push_back(std::move(page));
    }

    Book& book_;
    PlaceWords words_;
    bool is_open_ = false;
};

}  // namespace

void number_figures(Book& book) {
    std::size_t figures = 0, tables = 0;
    for (Page& page : book.pages)
        for_each_caption(page.body, [&](Captioned kind, Inlines& caption, Span span) {
            if (caption.empty()) return;
            const bool is_figure = kind == Captioned::figure;
            const auto word =
                word_in(book.metadata.language, is_figure ? Word::figure : Word::table);
            const std::string number =
                own_digits(is_figure ? ++figures : ++tables, book.metadata.language);
            Inlines label = own_words(std::string(word), book.metadata.language, span);
            if (language_of_words(book.metadata.language).empty())
                std::get<Text>(label.front().node).text += fmt::format("\u00A0{} – ", number);
            else
                label.push_back(text(fmt::format("\u00A0{} – ", number), span));
            caption.insert(caption.begin(), label.begin(), label.end());
        });
}

void add_lists(Book& book, const ListWishes& wishes, PlaceWords words) {
    Lister lister(book, words);
    // The index comes last: readers look for it behind everything, and captions have terms, too.
    if (wishes.figures) lister.add_captions(Captioned::figure, Word::figures, "figures");
    if (wishes.tables) lister.add_captions(Captioned::table, Word::tables, "tables");
    if (wishes.index) lister.add_index();
}

}  // namespace triptych::doc
