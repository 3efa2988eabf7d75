#include "deck/digest/page_maker.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.hpp"
#include "base/words.hpp"
#include "deck/digest/shown.hpp"
#include "deck/flat/title.hpp"
#include "deck/gist/claims.hpp"
#include "deck/gist/lists.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/own_words.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t budget = 60;                                   // words of a slide
constexpr std::size_t longest_joined_title = 60, longest_row = 600;  // bytes
constexpr std::size_t least_claim = 3, many_sections = 4;
/// Words. The author has written it to stand alone, with or without a verb or a capital.
constexpr std::size_t longest_description = 26;

doc::Block heading_of(const Passage& section) {
    doc::Inlines words = section.title;
    if (!section.number.empty())
        words.insert(words.begin(), {doc::Text{section.number + " "}, section.span});
    return {doc::Heading{3, 3, {}, {}, std::move(words)}, section.span};
}

void append(doc::Blocks& to, std::span<const doc::Block> from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// "What to do when you are sick", "Our values": words that announce or name, and say nothing.
bool is_fragment(const doc::Inlines& words) {
    static const Phrases asking = {"what",  "how",    "why",     "where",    "when",
                                   "which", "who",    "comment", "pourquoi", "où",
                                   "quand", "ce que", "ce qui",  "qui"};
    const auto found = words_in(words);
    return !has_stop(words) && (asking.start(found) || !subject_pronouns().occur_in(found));
}

}  // namespace

PageMaker::PageMaker(const doc::Page& page, const DigestScope& scope)
    : page_(page),
      scope_(scope),
      whole_(passage_of(page)),
      cut_(sections_of(whole_)),
      kicker_(as_kicker(scope.part)) {
    kicker_with_page_ = kicker_;
    if (!kicker_.empty()) kicker_with_page_.push_back({doc::Text{" · "}, page.span});
    const auto title = as_kicker(bare_title(whole_.title));
    kicker_with_page_.insert(kicker_with_page_.end(), title.begin(), title.end());
}

PageDigest PageMaker::make(bool as_cards) {
    make_introduction();
    std::vector<Unit> units;
    for (const Passage& section : cut_.sections) add(section, units);
    made_.says_what = says_what(units);
    auto groups = as_cards ? joined(std::move(units)) : grouped(std::move(units));
    open(groups);
    for (auto& group : groups) add(group);
    close();
    return std::move(made_);
}

/// Without lists of words for the language, too few sentences are claims to tell.
bool PageMaker::says_what(const std::vector<Unit>& units) const {
    return !scope_.lexicon || units.size() < 2 || !is_blank(intro_gist_.claim) ||
           !is_blank(intro_gist_.main.label) || !is_blank(units.front().gist.claim) ||
           !is_blank(described_);
}

void PageMaker::make_introduction() {
    intro_ = whole_;
    intro_.children.clear();
    for (const auto& blocks : cut_.introduction) {
        append(intro_notes_, blocks);
        if (gist_is_empty_ && !blocks.empty()) {
            intro_.own = intro_.whole = blocks;
            intro_gist_ =
                reduced(gist_of(intro_, scope_.lexicon,
                                cut_.sections.size() > 1 ? LeadsTo::sections : LeadsTo::nothing));
            gist_is_empty_ = intro_gist_.empty();
        }
    }
    for (std::size_t i = 0; i < cut_.titles.size(); ++i)
        intro_notes_.insert(intro_notes_.begin(), paragraph_of(cut_.titles[i], page_.span));
    const bool claims = !is_blank(intro_gist_.claim);
    if (page_.description.empty()) {
        if (claims) return;
        // Beside what the page shows it says nothing more.
        if (scope_.opens_deck || (cut_.sections.empty() && gist_is_empty_)) find_page_sentence();
        return;
    }
    described_ = inlines_of(page_.description, page_.span);
    const FlatText flat = flatten(described_);
    // "What are gates?" says as little as the title again.
    const bool speaks =
        !scope_.lexicon ||
        (!is_about_text(flat, {0, flat.text.size()}, *scope_.lexicon) &&
         !announces(flat, {0, flat.text.size()}, *scope_.lexicon) &&
         !prepares(flat, {0, flat.text.size()}, *scope_.lexicon) && !asks(described_) &&
         !repeats_title(described_, page_.title, *scope_.lexicon));
    const bool shows_more = !cut_.sections.empty() || !gist_is_empty_;
    // The author's own sum of the page goes before what is taken from it, but not its name again.
    const bool fragment = !scope_.opens_deck && is_fragment(described_);
    if (fragment && (replace_fragment() || shows_more)) return described_.clear();
    const bool fits = count_words(described_) <= longest_description;
    if (claims && (!fits || !(speaks || scope_.opens_deck))) return described_.clear();
    if (!speaks && !scope_.opens_deck && shows_more) return described_.clear();
    if (claims) {
        // "(In two parts)" is no better than a sentence of the page.
        if (!scope_.opens_deck && !claim_in(described_, scope_.lexicon)) return described_.clear();
        intro_gist_.cuts.clear();
        intro_gist_.claim_has_condition = false;
        intro_gist_.claim = described_;
        leave_repeated();
        return;
    }
    if (auto found = claim_in(described_, scope_.lexicon))
        intro_gist_.claim = std::move(found->words);
    else if (scope_.opens_deck || cut_.sections.empty() ||
             count_words(described_) <= longest_description)
        intro_gist_.claim = described_;
    leave_repeated();
}

bool PageMaker::replace_fragment() {
    const std::string fragment = doc::plain_text(described_);
    if (!is_blank(intro_gist_.claim) && doc::plain_text(intro_gist_.claim) != fragment) return true;
    Passage rest = cut_.sections.empty() ? whole_ : intro_;
    const auto* first = rest.whole.empty() ? nullptr : words_of_paragraph(rest.whole.front());
    if (first && doc::plain_text(*first) == fragment) {
        if (!rest.own.empty()) rest.own = rest.own.subspan(1);
        rest.whole = rest.whole.subspan(1);
    }
    Gist said = reduced(gist_of(rest, scope_.lexicon));
    if (is_blank(said.claim)) said.claim = last_resort(rest, scope_.lexicon);
    if (is_blank(said.claim)) return false;
    intro_gist_.claim = std::move(said.claim);
    intro_gist_.cuts = std::move(said.cuts);
    leave_repeated();
    return true;
}

void PageMaker::leave_repeated() {
    auto& label = intro_gist_.main.label;
    std::string said = doc::plain_text(intro_gist_.claim);
    if (said.ends_with('.')) said.pop_back();
    if (doc::plain_text(bare_title(label)) == said) label.clear();
    if (intro_gist_.kind != GistKind::points || !intro_gist_.points_are_sentences) return;
    drop_repeated(intro_gist_.main, intro_gist_.claim);
    if (intro_gist_.main.points.empty()) intro_gist_.kind = GistKind::nothing;
}

void PageMaker::find_page_sentence() {
    for (const doc::Block& block : intro_.own)
        if (const auto* words = words_of_paragraph(block))
            if (auto found = page_sentence_in(*words, scope_.lexicon)) {
                intro_gist_.claim = std::move(found->words);
                intro_gist_.cuts = std::move(found->cuts);
                return;
            }
}

Gist PageMaker::reduced(Gist gist) const {
    if (scope_.claims_only) {
        gist.kind = GistKind::nothing;
        gist.main = {};
        gist.columns.clear();
        gist.special = nullptr;
        gist.further = {};
        gist.alert.reset();
    }
    trim_to_budget(gist, budget, scope_.lexicon);
    return gist;
}

void PageMaker::add(const Passage& section, std::vector<Unit>& units) {
    if (leads_elsewhere(section, scope_.lexicon)) {
        take_links(section);
        return;
    }
    if (cut_.sections.size() > 1 && only_refers(section, scope_.lexicon)) {
        unshown_.push_back(section);
        return;
    }
    Gist gist = reduced(gist_of(section, scope_.lexicon));
    if (gist.empty()) gist.claim = last_resort(section, scope_.lexicon);
    // A word or two are no slide among many: the type of a value, a name.
    const bool is_bare = gist.kind == GistKind::nothing && !gist.special && !gist.alert &&
                         count_words(gist.claim) < least_claim &&
                         cut_.sections.size() >= many_sections;
    if (gist.empty() || is_bare) {
        // Nothing that can be shown by itself: it is named where the page opens.
        unshown_.push_back(section);
        return;
    }
    units.push_back({section, std::move(gist), section.is_forced || is_wished(section)});
}

bool PageMaker::is_wished(const Passage& section) const {
    const auto folded = [](const std::string& words) {
        return text::lower_case(text::collapse_spaces(words));
    };
    const std::string title = doc::plain_text(section.title);
    if (!scope_.keep) return false;
    return std::any_of(scope_.keep->begin(), scope_.keep->end(), [&](const auto& kept) {
        const std::string wanted = folded(kept.title);
        return wanted == folded(title) || wanted == folded(section.number + " " + title);
    });
}

void PageMaker::take_links(const Passage& section) {
    rest_.push_back(heading_of(section));
    append(rest_, section.whole);
    rest_anchors_.push_back(section.id);
    add_links(section.whole, made_.links);
}

const doc::Inlines& PageMaker::kicker(bool names_page) const {
    return names_page ? kicker_with_page_ : kicker_;
}

doc::Inlines PageMaker::page_title() const {
    if (!page_.slides.title.empty()) return inlines_of(page_.slides.title, page_.span);
    return bare_title(whole_.title);
}

Slide PageMaker::page_slide(SlideKind kind) const {
    Slide slide = named(kind, {page_.id, {}, page_title(), kicker(false), page_.span});
    slide.brief = true;
    slide.notes = intro_notes_;
    slide.anchors = cut_.enclosing;
    if (!page_.slides.notes.empty())
        slide.notes.insert(slide.notes.begin(),
                           paragraph_of(inlines_of(page_.slides.notes, page_.span), page_.span));
    const auto inner = anchors_in(slide.notes);
    slide.anchors.insert(slide.anchors.end(), inner.begin(), inner.end());
    return slide;
}

std::string PageMaker::unnamed_section() {
    const std::string count = unnamed_++ > 0 ? std::to_string(unnamed_) : std::string();
    return page_.id + "-section" + count;
}

void PageMaker::add(Group& group) {
    const Unit& first = group.units.front();
    Slide slide =
        named(SlideKind::content, {first.section.id.empty() ? unnamed_section() : first.section.id,
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
        show_cards(slide, sources, scope_.language);
    } else {
        show_pair(slide, sources[0], sources[1], scope_.lexicon, scope_.language);
    }
    made_.slides.push_back(std::move(slide));
}

doc::Inlines PageMaker::joined_title(const Group& group) const {
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

void PageMaker::add_notes(Slide& slide, const Unit& unit, bool shared) const {
    if (shared) slide.notes.push_back(heading_of(unit.section));
    append(slide.notes, unit.section.whole);
    if (!unit.section.id.empty()) slide.anchors.push_back(unit.section.id);
    const auto inner = anchors_in({unit.section.whole.begin(), unit.section.whole.end()});
    slide.anchors.insert(slide.anchors.end(), inner.begin(), inner.end());
}

void PageMaker::show(Slide slide, const Gist& gist) {
    const bool apart = gist.has_special_apart();
    Slide second = slide;
    show_points(slide, gist, scope_.language);
    if (!apart) show_special(slide, gist, scope_.lexicon, scope_.language);
    made_.slides.push_back(std::move(slide));
    if (!apart) return;
    second.section += "-2";
    second.notes.clear();
    second.anchors.clear();
    second.claim.clear();
    show_special(second, gist, scope_.lexicon, scope_.language);
    made_.slides.push_back(std::move(second));
}

bool PageMaker::has_slide_called(const doc::Inlines& title) const {
    const std::string words = doc::plain_text(title);
    return std::any_of(made_.slides.begin(), made_.slides.end(),
                       [&](const Slide& slide) { return doc::plain_text(slide.title) == words; });
}

void PageMaker::name_unshown(Slide& slide) const {
    doc::Inlines row;
    std::size_t length = 0;
    for (const Passage& section : unshown_) {
        // What stands behind a line drawn in a section has its title.
        if (has_slide_called(bare_title(section.title))) continue;
        slide.cuts.push_back({CutKind::section, 1, doc::plain_text(section.title)});
        const bool had_room = length <= longest_row;
        length += slide.cuts.back().words.size();
        if (length > longest_row && !row.empty()) {
            if (had_room) row.push_back({doc::Text{" \xC2\xB7 \xE2\x80\xA6"}, section.span});
            continue;
        }
        if (!row.empty()) row.push_back({doc::Text{" \xC2\xB7 "}, section.span});
        const auto title = bare_title(section.title);
        row.insert(row.end(), title.begin(), title.end());
    }
    if (names_sections_ || row.empty()) return;
    const auto where = word_in(scope_.language, triptych::Word::in_the_notes);
    for (doc::Inline& part : doc::own_words(" \xE2\x80\x93 " + std::string(where), scope_.language,
                                            unshown_.back().span))
        row.push_back(std::move(part));
    slide.links.push_back(std::move(row));
}

void PageMaker::close() {
    if (!made_.slides.empty()) name_unshown(made_.slides.back());
    for (const Passage& section : unshown_) {
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

}  // namespace triptych::deck
