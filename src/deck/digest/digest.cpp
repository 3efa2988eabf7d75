#include "deck/digest/digest.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/words.hpp"
#include "deck/digest/gist.hpp"
#include "deck/digest/groups.hpp"
#include "deck/digest/shown.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t budget = 60;  // words of a slide
constexpr std::size_t slides_of_chapter = 4, sections_beside_opener = 7, opener_points = 2;
constexpr std::size_t least_links = 3, most_links = 12;
constexpr std::size_t longest_joined_title = 60;  // bytes

doc::Block heading_of(const Passage& section) {
    doc::Inlines words = section.title;
    if (!section.number.empty())
        words.insert(words.begin(), {doc::Text{section.number + " "}, section.span});
    return {doc::Heading{3, 3, {}, {}, std::move(words)}, section.span};
}

void append(doc::Blocks& to, std::span<const doc::Block> from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// Makes the slides of one page.
class PageMaker {
public:
    PageMaker(const doc::Page& page, const DigestScope& scope)
        : page_(page), scope_(scope), whole_(passage_of(page)), cut_(sections_of(whole_)) {}

    PageDigest make() {
        make_introduction();
        std::vector<Unit> units;
        for (const Passage& section : cut_.sections) add(section, units);
        auto groups = grouped(std::move(units));
        open(groups);
        for (auto& group : groups) add(group);
        close();
        return std::move(made_);
    }

private:
    void make_introduction() {
        intro_ = whole_;
        intro_.children.clear();
        for (const auto& blocks : cut_.introduction) {
            append(intro_notes_, blocks);
            if (gist_is_empty_ && !blocks.empty()) {
                intro_.own = intro_.whole = blocks;
                intro_gist_ = reduced(gist_of(intro_, scope_.lexicon));
                gist_is_empty_ = intro_gist_.empty();
            }
        }
        for (std::size_t i = 0; i < cut_.titles.size(); ++i)
            intro_notes_.insert(intro_notes_.begin(), paragraph_of(cut_.titles[i], page_.span));
        if (is_blank(intro_gist_.claim) && !page_.description.empty())
            intro_gist_.claim = inlines_of(page_.description, page_.span);
    }
    /// An outline shows claims alone.
    Gist reduced(Gist gist) const {
        if (scope_.claims_only) {
            gist.kind = GistKind::nothing;
            gist.main = {};
            gist.columns.clear();
            gist.special = nullptr;
            gist.alert.reset();
        }
        trim_to_budget(gist, budget, scope_.lexicon);
        return gist;
    }
    void add(const Passage& section, std::vector<Unit>& units) {
        if (leads_elsewhere(section, scope_.lexicon)) {
            take_links(section);
            return;
        }
        Gist gist = reduced(gist_of(section, scope_.lexicon));
        if (gist.empty()) gist.claim = last_resort(section, scope_.lexicon);
        if (gist.empty()) {
            // Nothing that can be shown by itself: it is named where the page opens.
            unshown_.push_back(section);
            return;
        }
        units.push_back({section, std::move(gist)});
    }
    void take_links(const Passage& section) {
        rest_.push_back(heading_of(section));
        append(rest_, section.whole);
        rest_anchors_.push_back(section.id);
        add_links(section.whole, made_.links);
    }
    doc::Inlines kicker(bool names_page) const {
        doc::Inlines words = scope_.part;
        if (!names_page) return words;
        if (!words.empty()) words.push_back({doc::Text{" · "}, page_.span});
        const auto title = bare_title(whole_.title);
        words.insert(words.end(), title.begin(), title.end());
        return words;
    }
    doc::Inlines page_title() const {
        if (!page_.slides.title.empty()) return inlines_of(page_.slides.title, page_.span);
        return bare_title(whole_.title);
    }
    Slide page_slide(SlideKind kind) const {
        Slide slide = named(kind, {page_.id, {}, page_title(), kicker(false), page_.span});
        slide.brief = true;
        slide.notes = intro_notes_;
        slide.anchors = cut_.enclosing;
        if (!page_.slides.notes.empty())
            slide.notes.insert(
                slide.notes.begin(),
                paragraph_of(inlines_of(page_.slides.notes, page_.span), page_.span));
        const auto inner = anchors_in(slide.notes);
        slide.anchors.insert(slide.anchors.end(), inner.begin(), inner.end());
        return slide;
    }
    std::size_t slides_in(const std::vector<Group>& groups) const {
        std::size_t slides = groups.size();
        for (const auto& group : groups)
            if (group.join == Join::alone && group.units.front().gist.special &&
                group.units.front().gist.kind != GistKind::nothing)
                ++slides;
        return slides;
    }

    /// The slide that opens the page, if it has one.
    void open(std::vector<Group>& groups) {
        const Gist& gist = intro_gist_;
        if (scope_.opens_deck) return open_deck();
        const std::size_t points = gist.main.points.size() + gist.columns.size() * 2;
        const bool says_much = points >= opener_points || gist.special;
        const bool opener = says_much && cut_.sections.size() < sections_beside_opener;
        if (groups.empty() || opener) return add_introduction();
        if (slides_in(groups) >= slides_of_chapter) return add_chapter();
        if (says_much) return add_introduction();
        if (gist.claim.empty()) return keep_introduction();
        fold_into(groups.front());
    }
    void open_deck() {
        Slide slide = page_slide(SlideKind::title);
        slide.kicker.clear();
        if (!is_blank(intro_gist_.claim)) slide.claim.push_back(intro_gist_.claim);
        auto& points = intro_gist_.main.points;
        const bool one_sentence = intro_gist_.kind == GistKind::points && points.size() == 1 &&
                                  points.front().head.empty();
        if (one_sentence) {
            slide.claim.push_back(std::move(points.front().tail));
            intro_gist_.kind = GistKind::nothing;
        }
        made_.slides.push_back(std::move(slide));
        if (intro_gist_.kind == GistKind::nothing && !intro_gist_.special) return;
        Slide introduction = page_slide(SlideKind::content);
        introduction.notes.clear();
        introduction.section += "-introduction";
        intro_gist_.claim.clear();
        show(std::move(introduction), intro_gist_);
    }
    void add_introduction() {
        Gist gist = intro_gist_;
        if (gist.empty()) gist.claim = last_resort(whole_, scope_.lexicon);
        Slide slide = page_slide(SlideKind::content);
        if (gist.empty()) {
            if (unshown_.empty()) return carry();
            list_unshown(slide);
        }
        show(std::move(slide), gist);
    }
    void carry() {
        made_.carried = intro_notes_;
        made_.carried.insert(made_.carried.begin(), paragraph_of(whole_.title, page_.span));
        made_.carried_anchors = anchors_in(intro_notes_);
        made_.carried_anchors.push_back(page_.id);
        made_.carried_anchors.insert(made_.carried_anchors.end(), cut_.enclosing.begin(),
                                     cut_.enclosing.end());
        add_links(page_.body, made_.links);
    }
    void list_unshown(Slide& slide) const {
        std::vector<Point> points;
        for (const Passage& section : unshown_) points.push_back(title_point(section));
        add_list(slide, std::move(points));
    }
    static void add_list(Slide& slide, std::vector<Point> points) {
        PointColumn column;
        column.points = std::move(points);
        if (!column.points.empty())
            slide.body.push_back(list_of(column, GistKind::points, slide.span));
    }
    static Point title_point(const Passage& section) {
        Point point;
        point.span = section.span;
        doc::Inlines title = bare_title(section.title);
        if (!section.number.empty())
            title.insert(title.begin(), {doc::Text{section.number + " "}, section.span});
        point.head = std::move(title);
        point.id = section.id;
        return point;
    }
    /// The page's claim beside the titles of its sections.
    void add_chapter() {
        Slide slide = page_slide(SlideKind::content);
        slide.archetype = Archetype::chapter;
        if (!is_blank(intro_gist_.claim)) slide.claim.push_back(intro_gist_.claim);
        std::vector<Point> points;
        for (const Passage& section : cut_.sections)
            if (!leads_elsewhere(section, scope_.lexicon)) {
                Point point = title_point(section);
                if (!section.id.empty())
                    point.head = {
                        {doc::Link{doc::PageRef{{}, section.id}, point.head}, point.span}};
                points.push_back(std::move(point));
            }
        add_list(slide, std::move(points));
        if (intro_gist_.alert) slide.body.push_back({*intro_gist_.alert, page_.span});
        made_.slides.push_back(std::move(slide));
    }
    void keep_introduction() {
        rest_.insert(rest_.begin(), intro_notes_.begin(), intro_notes_.end());
        rest_anchors_.insert(rest_anchors_.begin(), cut_.enclosing.begin(), cut_.enclosing.end());
        rest_anchors_.push_back(page_.id);
    }
    /// A page of few slides opens with the first of them, which takes the page's claim.
    void fold_into(Group& first) {
        if (first.join != Join::alone) {
            first.claim = std::exchange(intro_gist_.claim, {});
            return keep_introduction();
        }
        Unit& unit = first.units.front();
        if (unit.gist.claim.empty()) {
            unit.gist.claim = std::exchange(intro_gist_.claim, {});
            return keep_introduction();
        }
        if (!can_open_page(unit)) return add_introduction();
        unit.gist.claim = std::exchange(intro_gist_.claim, {});
        doc::Inlines label = bare_title(unit.section.title);
        if (!unit.gist.main.label.empty())
            label.push_back({doc::Text{" \xE2\x80\x94 "}, unit.section.span});
        std::move(unit.gist.main.label.begin(), unit.gist.main.label.end(),
                  std::back_inserter(label));
        unit.gist.main.label = std::move(label);
        first.opens_page = true;
        keep_introduction();
    }

    /// Whether its points can stand under the page's title and claim.
    static bool can_open_page(const Unit& unit) {
        const bool listed = unit.gist.kind == GistKind::points || unit.gist.kind == GistKind::tasks;
        return listed && !unit.gist.special && unit.section.number.empty() &&
               !unit.gist.claim_has_condition;
    }

    void add(Group& group) {
        const Unit& first = group.units.front();
        Slide slide = named(SlideKind::content,
                            {first.section.id.empty() ? page_.id + "-section" : first.section.id,
                             {},
                             bare_title(first.section.title),
                             kicker(true),
                             first.section.span});
        slide.brief = true;
        for (const Unit& unit : group.units) add_notes(slide, unit, group.units.size() > 1);
        if (group.join == Join::alone) {
            slide.number = first.section.number;
            if (group.opens_page) {
                slide.title = page_title();
                slide.kicker = kicker(false);
                slide.notes.insert(slide.notes.begin(), heading_of(first.section));
            }
            return show(std::move(slide), first.gist);
        }
        slide.title = joined_title(group);
        if (slide.title.empty()) {
            slide.title = page_title();
            slide.kicker = kicker(false);
        }
        if (!is_blank(group.claim)) slide.claim.push_back(std::move(group.claim));
        std::vector<CardSource> sources;
        for (const Unit& unit : group.units) sources.push_back({unit.section, unit.gist});
        if (group.join == Join::cards) {
            show_cards(slide, sources);
        } else {
            show_pair(slide, sources[0], sources[1], scope_.lexicon, scope_.language);
        }
        made_.slides.push_back(std::move(slide));
    }
    /// The titles of sections that share a slide behind the page's first one; empty where they are
    /// too long for a title.
    doc::Inlines joined_title(const Group& group) const {
        if (made_.slides.empty() || !is_blank(group.claim)) return {};
        doc::Inlines title;
        for (const Unit& unit : group.units) {
            if (!title.empty()) title.push_back({doc::Text{" \xC2\xB7 "}, unit.section.span});
            const auto words = bare_title(unit.section.title);
            title.insert(title.end(), words.begin(), words.end());
        }
        if (doc::plain_text(title).size() > longest_joined_title) title.clear();
        return title;
    }
    void add_notes(Slide& slide, const Unit& unit, bool shared) const {
        if (shared) slide.notes.push_back(heading_of(unit.section));
        append(slide.notes, unit.section.whole);
        if (!unit.section.id.empty()) slide.anchors.push_back(unit.section.id);
        const auto inner = anchors_in({unit.section.whole.begin(), unit.section.whole.end()});
        slide.anchors.insert(slide.anchors.end(), inner.begin(), inner.end());
    }
    /// Points first; a table, listing or picture beside points has a slide of its own.
    void show(Slide slide, const Gist& gist) {
        const bool apart = gist.special && gist.kind != GistKind::nothing;
        Slide second = slide;
        show_points(slide, gist, scope_.language);
        if (!apart) show_special(slide, gist);
        made_.slides.push_back(std::move(slide));
        if (!apart) return;
        second.section += "-2";
        second.notes.clear();
        second.anchors.clear();
        second.claim.clear();
        show_special(second, gist);
        made_.slides.push_back(std::move(second));
    }
    /// What no slide of the page shows stands in the notes of the last one.
    void close() {
        for (const Passage& section : unshown_) {
            if (!made_.slides.empty())
                made_.slides.back().cuts.push_back(
                    {CutKind::section, 1, doc::plain_text(section.title)});
            rest_.push_back(heading_of(section));
            append(rest_, section.whole);
            rest_anchors_.push_back(section.id);
        }
        if (rest_.empty() && rest_anchors_.empty()) return;
        if (made_.slides.empty()) {
            append(made_.carried, rest_);
            std::move(rest_anchors_.begin(), rest_anchors_.end(),
                      std::back_inserter(made_.carried_anchors));
            return;
        }
        Slide& slide = made_.slides.back();
        append(slide.notes, rest_);
        for (auto& anchor : rest_anchors_)
            if (!anchor.empty()) slide.anchors.push_back(std::move(anchor));
        const auto inner = anchors_in(rest_);
        slide.anchors.insert(slide.anchors.end(), inner.begin(), inner.end());
    }

    const doc::Page& page_;
    const DigestScope& scope_;
    Passage whole_;
    PageSections cut_;
    Passage intro_;
    Gist intro_gist_;
    bool gist_is_empty_ = true;
    doc::Blocks intro_notes_;
    std::vector<Passage> unshown_;
    doc::Blocks rest_;
    std::vector<std::string> rest_anchors_;
    PageDigest made_;
};

}  // namespace

PageDigest digest_of(const doc::Page& page, const DigestScope& scope) {
    return PageMaker(page, scope).make();
}

std::vector<Slide> see_also(const std::vector<doc::Inlines>& links, const doc::Part& part,
                            std::string_view language) {
    if (links.size() < least_links) return {};
    const Span span = links.front().front().span;
    const std::string id = part.id.empty() ? "links" : part.id + "-links";
    const auto title = word_in(language, triptych::Word::go_further);
    Slide slide =
        named(SlideKind::content, {id, {}, inlines_of(std::string(title), span), part.title, span});
    slide.archetype = Archetype::see_also;
    slide.brief = true;
    PointColumn column;
    for (std::size_t i = 0; i < std::min(links.size(), most_links); ++i) {
        Point point;
        point.tail = links[i];
        point.span = span;
        column.points.push_back(std::move(point));
    }
    if (links.size() > most_links) slide.more = links.size() - most_links;
    slide.body.push_back(list_of(column, GistKind::points, span));
    slide.page = part.pages.back();
    return {std::move(slide)};
}

}  // namespace triptych::deck
