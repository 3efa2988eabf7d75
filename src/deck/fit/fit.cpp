#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/parallel.hpp"
#include "deck/content.hpp"
#include "deck/fit/atoms.hpp"
#include "deck/fit/even_sizes.hpp"
#include "deck/fit/fit_digest.hpp"
#include "deck/fit/fold.hpp"
#include "deck/fit/full_picture.hpp"
#include "deck/fit/kickers.hpp"
#include "deck/fit/measure_slide.hpp"
#include "deck/fit/one_slide.hpp"
#include "deck/fit/pack.hpp"
#include "deck/flat/title.hpp"
#include "deck/setting/wider_setting.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

using namespace literals;
using style::Role;

constexpr int deepest_split = 12;
constexpr std::uint16_t most_parts = 99;  // while the parts are not counted: "(1/99)"
bool is_run_in_heading(const doc::Block& block) { return doc::traits_of(block).is_heading; }

/// A slide of the same section for some of the blocks of `slide`.
Slide part_of(const Slide& slide, doc::Blocks body) {
    Slide part = slide;
    part.claim.clear();
    part.links.clear();
    part.anchors = anchors_in(body);
    part.notes = body;
    part.body = std::move(body);
    part.measures = {};
    if (part.kind == SlideKind::picture) part.kind = SlideKind::content;
    return part;
}

/// Fits one slide of `split`; what it makes of it are one or more slides, all measured.
class Fitter {
public:
    Fitter(const Setting& setting, Diagnostics& diagnostics)
        : setting_(setting), diagnostics_(diagnostics), one_(setting, diagnostics) {}

    std::vector<Slide> fit(Slide slide) {
        const Span span = slide.span;
        const std::string title = doc::plain_text(slide.title);
        const bool brief = slide.brief;
        fit_into(std::move(slide), 0);
        if (brief && done_.size() > 1) {
            done_.resize(1);
            diagnostics_.report(
                Kind::content_dropped, span,
                say("slide '{}' shows the start of its section; the notes hold all of it", title),
                say("build without --depth to show the rest"));
        }
        return std::move(done_);
    }

private:
    Scale scale() const { return scale_of(setting_.look()); }
    static void show_full(Slide& slide) {
        slide.kind = SlideKind::full_picture;
        if (slide.archetype != Archetype::none) slide.archetype = Archetype::full_picture;
    }
    void fit_into(Slide slide, int depth) {
        if (setting_.look().zones == style::Zones::fixed) fold(slide);
        if (slide.kind == SlideKind::picture && can_fill_slide(slide, setting_, diagnostics_))
            show_full(slide);
        measure_frame(slide, setting_);
        if (slide.archetype != Archetype::none && !is_cover(slide) &&
            slide.kind != SlideKind::full_picture) {
            fit_digest(slide, one_, setting_);
            done_.push_back(std::move(slide));
            return;
        }
        if (is_cover(slide) || slide.kind == SlideKind::full_picture ||
            shrink_to(slide, comfortable_for(slide))) {
            done_.push_back(std::move(slide));
            return;
        }
        if (depth < deepest_split && one_.drop_covers(slide))
            return fit_into(std::move(slide), depth + 1);
        if (depth < deepest_split && (split_at_headings(slide, depth) || split_text(slide, depth)))
            return;
        if (!shrink_to(slide, smallest())) one_.cut_short(slide);
        done_.push_back(std::move(slide));
    }

    Length usual() const { return scale().usual; }
    /// What is split is packed at the usual size: fewer slides, none crowded.
    Length packed() const { return usual(); }
    Length smallest() const { return scale().small; }
    /// Tables and listings are set small before they are split, running text is not.
    Length comfortable_for(const Slide& slide) const {
        const auto all = shapes(slide, setting_.look());
        const bool dense = std::any_of(all.begin(), all.end(), [](const Shape& shape) {
            return shape.kind == ShapeKind::table || shape.kind == ShapeKind::code;
        });
        return dense ? smallest() : usual();
    }
    /// The largest size of the scale, down to `least`, at which the body fits; false when it does
    /// not fit at `least`.
    bool shrink_to(Slide& slide, Length least) {
        if (one_.fits_in_scale(slide)) return true;
        if (least > smallest() || !one_.fits_smallest(slide)) return false;
        diagnostics_.report(Kind::slide_shrunk, slide.span,
                            say("text of slide '{}' is set at {:.0f} pt instead of {:.0f}",
                                doc::plain_text(slide.title), slide.measures.body_size.in_points(),
                                usual().in_points()),
                            say("shorten it to keep the layout's size"));
        return true;
    }

    /// One slide for every lower heading in the body.
    bool split_at_headings(Slide& slide, int depth) {
        const auto heading = std::find_if(slide.body.begin(), slide.body.end(), is_run_in_heading);
        if (heading == slide.body.end()) return false;
        const auto links = std::exchange(slide.links, {});
        auto rest = std::vector<doc::Block>(heading, slide.body.end());
        slide.body.erase(heading, slide.body.end());
        const Slide whole = slide;
        if (!slide.body.empty() || !slide.claim.empty()) fit_into(std::move(slide), depth + 1);
        for (auto begin = rest.begin(); begin != rest.end();) {
            const auto end = std::find_if(begin + 1, rest.end(), is_run_in_heading);
            Slide part = under_heading(whole, *begin, {begin + 1, end});
            if (end == rest.end()) part.links = links;
            fit_into(std::move(part), depth + 1);
            begin = end;
        }
        return true;
    }
    static Slide under_heading(const Slide& whole, const doc::Block& block, doc::Blocks body) {
        const auto& heading = std::get<doc::Heading>(block.node);
        Slide part = part_of(whole, {});
        fill(part, std::move(body));
        part.section = heading.id.empty() ? whole.section : heading.id;
        part.anchors.push_back(heading.id);
        part.kicker = as_kicker(whole.title);
        part.number = heading.number;
        if (!is_blank(heading.body)) part.title = bare_title(heading.body);
        part.span = block.span;
        return part;
    }

    /// Parts of about equal height, cut between atoms.
    bool split_text(Slide& slide, int depth) {
        auto atoms = atoms_of(slide.body);
        if (atoms.size() < 2) return split_claim(slide, depth);
        const Length overhead = measure(atoms, slide);
        auto parts = pack(atoms, room_for(slide, overhead));
        slide.parts = most_parts;
        if (parts.front().end == 0 && slide.claim.empty()) parts.erase(parts.begin());
        if (parts.size() < 2) parts = {{0, atoms.size() / 2}, {atoms.size() / 2, atoms.size()}};
        Slide first = slide;
        first.links.clear();
        first.kind = SlideKind::content;
        first.body = join(atoms, parts.front().begin, parts.front().end);
        fit_into(std::move(first), depth + 1);
        for (std::size_t i = 1; i < parts.size(); ++i) {
            Slide part = part_of(slide, join(atoms, parts[i].begin, parts[i].end));
            if (i + 1 == parts.size()) part.links = slide.links;
            fit_into(std::move(part), depth + 1);
        }
        return true;
    }
    /// A lone atom that does not fit under its claim gets a slide of its own.
    bool split_claim(Slide& slide, int depth) {
        if (slide.claim.empty() || slide.body.empty()) return false;
        Slide part = part_of(slide, std::move(slide.body));
        part.links = std::exchange(slide.links, {});
        slide.body.clear();
        slide.kind = SlideKind::content;
        fit_into(std::move(slide), depth + 1);
        fit_into(std::move(part), depth + 1);
        return true;
    }
    /// Measures the atoms without what a table or a listing brings to every part; returns that.
    Length measure(std::vector<Atom>& atoms, const Slide& slide) const {
        Length overhead;
        for (auto& atom : atoms) {
            atom.height = height_of({atom.block}, slide, packed(), setting_);
            const Length shared = repeated_height(atom.block, slide);
            atom.height = std::max(atom.height - shared, Length{});
            overhead = std::max(overhead, shared);
        }
        return overhead;
    }
    /// Height of the head of a table, of title and padding of a listing, of a frame around text.
    Length repeated_height(const doc::Block& block, const Slide& slide) const {
        if (const auto* table = std::get_if<doc::Table>(&block.node)) {
            if (table->head.empty()) return {};
            doc::Table head = *table;
            head.rows = std::exchange(head.head, {});
            return height_of({{std::move(head), block.span}}, slide, packed(), setting_);
        }
        if (const auto* code = std::get_if<doc::CodeBlock>(&block.node)) {
            doc::CodeBlock line{code->language, code->title, "x", code->line_numbers, {}};
            return height_of({{std::move(line), block.span}}, slide, packed(), setting_) -
                   medium_at(setting_.look(), packed(), {})[Role::code].text.leading;
        }
        if (const auto* quote = std::get_if<doc::Quote>(&block.node))
            return frame_height(*quote, block.span, slide);
        if (const auto* callout = std::get_if<doc::Callout>(&block.node))
            return frame_height(*callout, block.span, slide);
        return {};
    }
    /// What a frame takes beside the one line in it.
    template <class Frame>
    Length frame_height(Frame frame, Span span, const Slide& slide) const {
        frame.body = {paragraph_of(inlines_of("x", span), span)};
        const Length whole = height_of({{std::move(frame), span}}, slide, packed(), setting_);
        const Length line =
            height_of({paragraph_of(inlines_of("x", span), span)}, slide, packed(), setting_);
        return std::max(whole - line, Length{});
    }
    PackRoom room_for(const Slide& slide, Length overhead) const {
        Slide bare = slide;
        bare.claim.clear();
        bare.links.clear();
        bare.measures.claim_height = bare.measures.links_height = {};
        Slide first = slide;
        first.links.clear();
        return {body_room(first, setting_.look()).size.height - overhead,
                body_room(bare, setting_.look()).size.height - overhead,
                medium_at(setting_.look(), packed(), {})[Role::list].space_before};
    }

    const Setting& setting_;
    Diagnostics& diagnostics_;
    OneSlide one_;
    std::vector<Slide> done_;
};

}  // namespace

Deck fit(Deck deck, const doc::Book& book, const typeset::Resources& resources,
         Diagnostics& diagnostics, const TemplateSheets* base) {
    const Settings settings(book, resources, deck.language, base);
    // A template's text is measured wider as it is.
    std::optional<WiderSetting> wider;
    if (!base) wider.emplace(settings.of(SlideKind::content));
    if (base) fold_imprint(deck);
    const std::size_t count = deck.slides.size();
    std::vector<std::vector<Slide>> fitted(count);
    std::vector<Diagnostics> findings(count);
    for_each_index(count, resources.threads, [&](std::size_t i) {
        Setting setting = settings.of(deck.slides[i]);
        if (wider) setting.wider = &*wider;
        fitted[i] = Fitter(setting, findings[i]).fit(std::move(deck.slides[i]));
    });
    deck.slides.clear();
    for (std::size_t i = 0; i < count; ++i) {
        std::move(fitted[i].begin(), fitted[i].end(), std::back_inserter(deck.slides));
        diagnostics.append(std::move(findings[i]));
    }
    even_sizes(deck.slides, settings, wider ? &*wider : nullptr);
    finish(deck);
    keep_cut_kickers(deck, settings);
    return deck;
}

}  // namespace triptych::deck
