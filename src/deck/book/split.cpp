#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "deck/book/coarsen.hpp"
#include "deck/book/joined_pages.hpp"
#include "deck/book/opening.hpp"
#include "deck/digest/archetype.hpp"
#include "deck/digest/digest.hpp"
#include "deck/flat/title.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/own_words.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t slides_a_part = 12;
constexpr std::uint8_t parts_only = 0, pages_only = 1, deepest_level = 6;

/// How many slides there may be at most.
std::optional<std::size_t> most_slides_of(const DeckScope& scope) {
    std::optional<std::size_t> most;
    if (scope.slides) most = *scope.slides;
    if (scope.minutes)
        most = std::min<std::size_t>(most.value_or(SIZE_MAX),
                                     std::size_t{*scope.minutes} * 60 / seconds_a_slide);
    return scope.depth ? std::nullopt : most;
}

/// Puts the slides of a whole book one behind the other.
class Cutter {
public:
    Cutter(const doc::Book& book, const DeckScope& scope, const std::vector<bool>& chosen,
           const std::vector<doc::DigestWishes>& wishes)
        : book_(book),
          wishes_(wishes),
          title_(scope.title),
          depth_(scope.depth),
          detail_(scope.depth ? Detail::full : scope.detail),
          lexicon_(lexicon_of(book.metadata.language)),
          most_slides_(most_slides_of(scope)) {
        deck_.minutes = scope.minutes.value_or(0);
        for (std::size_t i = 0; i < book.pages.size(); ++i)
            deck_.pages.push_back((chosen.empty() || chosen[i]) && !book.pages[i].slides.skip);
    }

    Deck cut() {
        deck_.title = book_.metadata.title;
        deck_.subtitle = book_.metadata.subtitle;
        deck_.publisher = book_.metadata.publisher;
        deck_.language = book_.metadata.language;
        deck_.date = book_.metadata.date;
        deck_.version = book_.metadata.version;
        auto parts = parts_of(book_, deck_.pages);
        name_after(parts);
        open_deck(parts);
        if (most_slides_)
            add_coarsened(parts);
        else
            for (const auto& part : parts) add(part);
        if (!deck_.slides.empty()) put_carried(deck_.slides.back(), true);
        if (!one_page_) close_deck();
        if (most_slides_) note_limit(deck_, *most_slides_);
        finish(deck_);
        drop_dead_links(deck_, book_);
        return std::move(deck_);
    }

private:
    /// A deck of one part of several has its title; the book's then stands below.
    void name_after(std::vector<doc::Part>& parts) {
        if (!title_.empty()) {
            deck_.title = title_;
            return;
        }
        if (parts.size() != 1 || book_.parts.size() < 2 || is_blank(parts.front().title)) return;
        deck_.subtitle =
            std::exchange(deck_.title, doc::plain_text(bare_title(parts.front().title)));
        parts.front().title.clear();
    }
    /// A deck of one page, or one whose first page has the book's title, opens with that page.
    void open_deck(const std::vector<doc::Part>& parts) {
        if (!parts.empty()) {
            const doc::Page& first = book_.pages[index(parts.front().pages.front())];
            one_page_ = parts.size() == 1 && parts.front().pages.size() == 1;
            if (deck_.title.empty()) deck_.title = first.short_title;
            first_opens_deck_ = (one_page_ || doc::plain_text(first.title) == deck_.title) &&
                                !most_slides_ && title_.empty();
        }
        if (!first_opens_deck_) deck_.slides.push_back(book_title());
    }
    Slide book_title() const {
        const std::string title = deck_.title.empty() ? "Document" : deck_.title;
        Slide slide = named(SlideKind::title, {"title-slide", {}, inlines_of(title, {}), {}, {}});
        const auto& metadata = book_.metadata;
        const std::string& under = deck_.subtitle.empty() ? metadata.description : deck_.subtitle;
        if (!under.empty()) slide.claim.push_back(inlines_of(under, {}));
        return slide;
    }
    /// Where the whole book is published, if it is.
    void close_deck() {
        const std::string& site = book_.metadata.site_url;
        if (site.empty()) return;
        const doc::Inlines title = doc::own_words(triptych::Word::go_further, deck_.language);
        Slide slide = named(SlideKind::closing, {"closing", {}, title, {}, {}});
        const auto address = inlines_of(std::string(text::short_address(site)), {});
        slide.claim.push_back({{doc::Link{doc::Url{site}, address}, {}}});
        slide.address = site;
        slide.page = deck_.slides.back().page;
        deck_.slides.push_back(std::move(slide));
    }
    void add(const doc::Part& part) {
        if (depth_ == parts_only) return add_outline(part);
        open_part(part);
        const std::size_t opened = deck_.slides.size(), carried = carried_.size();
        std::vector<doc::Inlines> links;
        for (const PageId page : part.pages) {
            const Detail detail = depth_ ? Detail::full : detail_of(page);
            if (detail == Detail::full)
                add(page, part);
            else
                add_digest(page, part, detail, links);
        }
        auto last = see_also(links, part, deck_.pages, book_.metadata.language);
        std::move(last.begin(), last.end(), std::back_inserter(deck_.slides));
        if (deck_.slides.size() == opened) close_part(part, carried);
    }
    /// A part of which nothing is shown opens nothing: its title goes on with its notes, which are
    /// those behind the first `carried`.
    void close_part(const doc::Part& part, std::size_t carried) {
        if (deck_.slides.empty() || deck_.slides.back().kind != SlideKind::part) return;
        carried_.insert(carried_.begin() + static_cast<std::ptrdiff_t>(carried),
                        paragraph_of(part.title, deck_.slides.back().span));
        carried_anchors_.push_back(part.id);
        deck_.slides.pop_back();
        --part_number_;
    }
    /// The part's slide, if it has a title.
    void open_part(const doc::Part& part) {
        if (!is_blank(part.title) && !deck_.slides.empty()) {
            deck_.slides.push_back(
                named(SlideKind::part, {part.id, {}, part.title, {}, part.title.front().span}));
            deck_.slides.back().page = part.pages.front();
            deck_.slides.back().numeral = part_numeral(part);
            list_chapters(deck_.slides.back(), part, book_);
        }
    }
    /// As the page wishes, or else as was asked for.
    Detail detail_of(PageId page) const { return wishes_of(page).detail.value_or(detail_); }
    const doc::DigestWishes& wishes_of(PageId page) const {
        static const doc::DigestWishes none;
        return wishes_.empty() ? none : wishes_[index(page)];
    }
    /// Parts are counted, unless the author did so.
    std::string part_numeral(const doc::Part& part) {
        ++part_number_;
        const std::string title = doc::plain_text(part.title);
        const bool counted = title.find_first_of("0123456789") != std::string::npos;
        return counted ? std::string() : own_digits(part_number_, book_.metadata.language);
    }
    /// What pages without slides hold goes to the notes of the next slide, or of the last.
    void hand_on(PageDigest& digest) {
        if (!digest.slides.empty()) put_carried(digest.slides.front());
        std::move(digest.carried.begin(), digest.carried.end(), std::back_inserter(carried_));
        std::move(digest.carried_anchors.begin(), digest.carried_anchors.end(),
                  std::back_inserter(carried_anchors_));
    }
    void put_carried(Slide& slide, bool is_last = false) {
        slide.notes.insert(is_last ? slide.notes.end() : slide.notes.begin(), carried_.begin(),
                           carried_.end());
        slide.anchors.insert(slide.anchors.end(), carried_anchors_.begin(), carried_anchors_.end());
        carried_.clear();
        carried_anchors_.clear();
    }
    DigestScope scope_of(PageId page, const doc::Part& part, Detail detail) {
        return {part.title,
                book_.metadata.language,
                lexicon_,
                detail == Detail::outline,
                std::exchange(first_opens_deck_, false),
                &titles_,
                &wishes_of(page).keep};
    }
    void add_digest(PageId id, const doc::Part& part, Detail detail,
                    std::vector<doc::Inlines>& links) {
        auto more = add_in_form(id, scope_of(id, part, detail), PageForm::sections);
        std::move(more.begin(), more.end(), std::back_inserter(links));
    }
    /// Returns the links that the page's sections lead elsewhere with.
    std::vector<doc::Inlines> add_in_form(PageId id, const DigestScope& scope, PageForm form) {
        std::vector<doc::Inlines> links;
        add_page(id, [&](const doc::Page& page) {
            auto digest = digest_of(page, scope, form);
            hand_on(digest);
            if (!digest.says_what) deck_.remarks.push_back({RemarkKind::without_claim, id});
            const std::size_t before = deck_.slides.size();
            std::move(digest.slides.begin(), digest.slides.end(), std::back_inserter(deck_.slides));
            choose_archetypes(deck_.slides, before);
            links = std::move(digest.links);
        });
        return links;
    }

    // ---- no more slides than were asked for

    void add_coarsened(const std::vector<doc::Part>& parts) {
        count_titles();
        std::vector<PageId> pages;
        std::vector<PageSize> sizes;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            std::uint8_t highest = 0xFF;
            for (const PageId page : parts[i].pages)
                highest = std::min(highest, book_.pages[index(page)].depth);
            for (const PageId page : parts[i].pages) {
                pages.push_back(page);
                sizes.push_back(size_of(page, parts[i]));
                sizes.back().part = i;
                sizes.back().opens_chapter = book_.pages[index(page)].depth == highest;
            }
        }
        const bool plan = has_plan(parts);
        if (plan) deck_.slides.push_back(plan_slide(book_, parts));
        const std::size_t fixed = fixed_slides(parts, plan);
        const std::size_t room = *most_slides_ > fixed ? *most_slides_ - fixed : 0;
        std::optional<std::size_t> opened;
        for (const PageRun& run : coarsened(sizes, room)) {
            const std::size_t part = sizes[run.begin].part;
            if (!plan && opened != part) open_part(parts[part]);
            opened = part;
            add_run(std::span(pages).subspan(run.begin, run.end - run.begin), run.form, parts[part],
                    sizes[run.begin]);
        }
    }
    void count_titles() {
        for (const auto& page : book_.pages)
            for (const auto& block : page.body)
                if (const auto* heading = std::get_if<doc::Heading>(&block.node))
                    ++titles_[doc::plain_text(bare_title(heading->body))];
    }
    PageSize size_of(PageId id, const doc::Part& part) {
        const doc::Page& page = book_.pages[index(id)];
        PageSize size;
        const DigestScope scope = scope_of(id, part, detail_of(id));
        for (std::size_t form = 0; form < page_forms; ++form) {
            const auto digest = digest_of(page, scope, static_cast<PageForm>(form));
            size.slides[form] = digest.slides.size();
            if (form > 0) continue;
            for (const Slide& slide : digest.slides)
                size.titles.push_back(doc::plain_text(slide.title));
        }
        size.words = doc::count_words(page.body);
        return size;
    }
    static std::size_t titled(const std::vector<doc::Part>& parts) {
        return static_cast<std::size_t>(
            std::count_if(parts.begin(), parts.end(),
                          [](const doc::Part& part) { return !is_blank(part.title); }));
    }
    /// One slide that lists the parts, where there is no room for a slide a part.
    bool has_plan(const std::vector<doc::Part>& parts) const {
        return titled(parts) > 1 && *most_slides_ < slides_a_part * titled(parts);
    }
    std::size_t fixed_slides(const std::vector<doc::Part>& parts, bool plan) const {
        const std::size_t closing = book_.metadata.site_url.empty() || one_page_ ? 0 : 1;
        return deck_.slides.size() + (plan ? 0 : titled(parts)) + closing;
    }
    void add_run(std::span<const PageId> pages, PageForm form, const doc::Part& part,
                 const PageSize& size) {
        const DigestScope scope = scope_of(pages.front(), part, detail_of(pages.front()));
        if (form == PageForm::chapter || form == PageForm::group) {
            deck_.slides.push_back(form == PageForm::chapter ? chapter_slide(book_, pages, scope)
                                                             : group_slide(book_, pages, scope));
            if (form == PageForm::chapter) deck_.slides.back().archetype = Archetype::chapter;
            choose_archetypes(deck_.slides, deck_.slides.size() - 1);
            put_carried(deck_.slides.back());
            remark_joined(pages);
            return;
        }
        add_in_form(pages.front(), scope, form);
        const std::size_t joined = size.slides.front();
        if (form != PageForm::sections && joined > 1)
            deck_.remarks.push_back(
                {RemarkKind::sections_joined, pages.front(), joined, size.titles});
    }
    void remark_joined(std::span<const PageId> pages) {
        Remark remark{RemarkKind::pages_joined, pages.front(), pages.size()};
        for (const PageId id : pages) remark.titles.push_back(book_.pages[index(id)].short_title);
        deck_.remarks.push_back(std::move(remark));
    }

    void add_outline(doc::Part part) {
        if (first_opens_deck_) {
            add_page(part.pages.front(), [&](const doc::Page& page) { open_with(page, part); });
            part.pages.erase(part.pages.begin());
        }
        if (is_blank(part.title) && part.pages.size() == 1)
            return add_page(part.pages.front(),
                            [&](const doc::Page& page) { add_brief(page, part); });
        if (!part.pages.empty()) deck_.slides.push_back(outline_of(part, book_));
    }
    void add(PageId id, const doc::Part& part) {
        add_page(id, [&](const doc::Page& page) {
            if (depth_ == pages_only && !first_opens_deck_) return add_brief(page, part);
            auto sections = open_with(page, part);
            if (depth_ == pages_only) return;
            sections.front().id += "-introduction";
            for (const auto& section : sections) add(section, &section == &sections.front());
        });
    }
    /// Adds the page's opening slide; returns its sections without what that slide shows.
    std::vector<Section> open_with(const doc::Page& page, const doc::Part& part) {
        auto sections = cut_page(page, depth_.value_or(deepest_level));
        deck_.slides.push_back(opening_slide(page, sections.front(), next_opening()));
        if (deck_.slides.back().kind == SlideKind::divider)
            deck_.slides.back().kicker = as_kicker(part.title);
        return sections;
    }
    void add_brief(const doc::Page& page, const doc::Part& part) {
        Section whole = std::move(cut_page(page, pages_only).front());
        Section opened = whole;
        const Slide opening = opening_slide(page, opened, SlideKind::content);
        Slide slide = brief_slide(whole, book_.metadata.language);
        slide.kicker = as_kicker(part.title);
        slide.title = opening.title;
        slide.notes = opening.notes;
        if (slide.claim.empty()) slide.claim = opening.claim;
        deck_.slides.push_back(std::move(slide));
    }
    template <typename Add>
    void add_page(PageId id, const Add& add_slides) {
        const doc::Page& page = book_.pages[index(id)];
        const std::size_t before = deck_.slides.size();
        add_slides(page);
        for (std::size_t i = before; i < deck_.slides.size(); ++i) {
            deck_.slides[i].page = id;
            deck_.slides[i].layout = layout_key(wishes_of(id).layout.name);
            deck_.slides[i].steps = wishes_of(id).steps.value_or(false);
            settle_notes(deck_.slides[i], page, book_.metadata.language);
        }
    }
    SlideKind next_opening() {
        return std::exchange(first_opens_deck_, false) ? SlideKind::title : SlideKind::divider;
    }
    void add(const Section& section, bool introduces) {
        auto slides = slides_shown(section);
        // A heading right over its only subsection is shown as that one's kicker.
        if (slides.empty() && !introduces && section.children != 1)
            slides.push_back(named(SlideKind::divider, name_of(section)));
        if (slides.empty() && introduces) return;
        anchors_.push_back(section.id);
        if (slides.empty()) return;
        auto& anchors = slides.front().anchors;
        anchors.insert(anchors.begin(), anchors_.begin(), anchors_.end());
        anchors_.clear();
        std::move(slides.begin(), slides.end(), std::back_inserter(deck_.slides));
    }
    std::vector<Slide> slides_shown(const Section& section) const {
        if (!depth_) return slides_of(section, book_.metadata.language);
        if (section.body.empty()) return {};
        return {brief_slide(section, book_.metadata.language)};
    }

    const doc::Book& book_;
    const std::vector<doc::DigestWishes>& wishes_;  ///< by index of the page, or none
    std::string title_;                             ///< empty: the book's
    std::optional<std::uint8_t> depth_;
    Detail detail_;
    const Lexicon* lexicon_;
    std::optional<std::size_t> most_slides_;
    TitleCounts titles_;
    Deck deck_;
    bool first_opens_deck_ = false, one_page_ = false;
    unsigned part_number_ = 0;
    doc::Blocks carried_;                       ///< notes for the next slide
    std::vector<std::string> carried_anchors_;  ///< and what it stands for
    std::vector<std::string> anchors_;          ///< of headings that the next slide stands for
};

}  // namespace

Deck split(const doc::Book& book, const DeckScope& scope, const std::vector<bool>& chosen,
           const std::vector<doc::DigestWishes>& wishes) {
    return Cutter(book, scope, chosen, wishes).cut();
}

}  // namespace triptych::deck
