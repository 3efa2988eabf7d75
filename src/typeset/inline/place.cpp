#include "typeset/inline/place.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"

namespace triptych::typeset {

namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
/// A file repeats the address of a link for each of its lines; of one that is longer, only the
/// first line in each paragraph is live.
constexpr std::size_t longest_repeated = 2'000;
/// `pages::GlyphRun::text` holds at most this many bytes.
constexpr std::size_t longest_run = 65'535;

Length in_font(const Look& look, int units, const font::Metrics& metrics) {
    return look.size.scaled(units, metrics.units_per_em);
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    return count;
}

pages::Path rectangle(Size size) {
    pages::Path path;
    path.segments = {pages::MoveTo{{}}, pages::LineTo{{size.width, {}}},
                     pages::LineTo{{size.width, size.height}}, pages::LineTo{{{}, size.height}},
                     pages::ClosePath{}};
    return path;
}

pages::Item& add_item(std::vector<pages::Item>& items, Point at, pages::ElementId element) {
    pages::Item& item = items.emplace_back();
    item.at = at;
    item.element = element;
    return item;
}

}  // namespace

pages::ElementId LinePlacer::element(std::uint32_t planned) {
    PlannedElement& plan = text_.elements[planned];
    if (plan.made) return *plan.made;
    const pages::ElementId parent = element(static_cast<std::uint32_t>(index(plan.element.parent)));
    if (pages::is_artifact(parent)) {
        plan.made = parent;
        return parent;
    }
    const pages::ElementId id = context_.structure.add(parent, plan.element.tag);
    pages::Element made = plan.element;
    made.parent = parent;
    context_.structure[id] = std::move(made);
    plan.made = id;
    return id;
}

/// An element whose glyphs stand for `text`, which they do not tell themselves.
pages::ElementId LinePlacer::replacement(std::uint32_t parent, std::string text) {
    const pages::ElementId around = element(parent);
    if (pages::is_artifact(around)) return around;
    const pages::ElementId id = context_.structure.add(around, pages::Tag::span);
    context_.structure[id].actual_text = std::move(text);
    return id;
}

void LinePlacer::grow(const Look& look) {
    const font::Metrics& metrics = context_.resources.fonts.metrics(look.words->shaping().face);
    line_.ascent = std::max(line_.ascent, in_font(look, metrics.ascender, metrics) + look.rise);
    line_.descent = std::max(line_.descent, in_font(look, -metrics.descender, metrics) - look.rise);
}

void LinePlacer::close_run() {
    if (!run_) return;
    auto& run = std::get<pages::GlyphRun>(run_->content);
    run.glyphs = gathered_.glyphs;
    run.offsets = gathered_.offsets;
    run.text = gathered_.text;
    line_.items.push_back(std::move(*run_));
    run_.reset();
}

void LinePlacer::open_run(const Fragment& fragment, FaceId face, pages::ElementId element,
                          Length x) {
    const Look& look = text_.looks[fragment.look];
    if (run_) {
        const auto& open = std::get<pages::GlyphRun>(run_->content);
        const std::size_t bytes = gathered_.text.size() + longest_shaped;
        const bool same = run_look_ == fragment.look && open.face == face &&
                          run_->element == element && run_end_ == x && bytes <= longest_run &&
                          open.stretch == fragment.stretch && (fragment.level & 1) == 0;
        if (same) return;
    }
    close_run();
    pages::GlyphRun run;
    run.face = face;
    run.size = look.size;
    run.colour = look.colour;
    run.stretch = fragment.stretch;
    run.right_to_left = (fragment.level & 1) != 0;
    run_.emplace();
    run_->at = {x, -look.rise};
    run_->element = element;
    run_->content = std::move(run);
    run_look_ = fragment.look;
    run_end_ = x;
    gathered_.glyphs.clear();
    gathered_.offsets.clear();
    gathered_.text.clear();
}

/// Between words of a script that the layout's face does not have, that script's face draws the
/// space, too, as wide as the layout's, so that a line is one run.
bool LinePlacer::space_goes_on(const Fragment& fragment, Length x) const {
    if (fragment.kind != Piece::Kind::space || !run_ || !run_of_pack_ || run_end_ != x ||
        run_look_ != fragment.look || (fragment.level & 1) != 0)
        return false;
    const auto& open = std::get<pages::GlyphRun>(run_->content);
    return !open.right_to_left && context_.resources.fonts.metrics(open.face).space != 0;
}

/// Appends glyphs of the fragment's word; `text` is what exactly they stand for.
void LinePlacer::append(const Fragment& fragment, ShapedWord::Range glyphs, std::string_view text,
                        Length& x) {
    pages::GlyphRun& run = gathered_;
    const ShapedWord& word = *fragment.word;
    const std::size_t base = run.text.size();
    const auto first = static_cast<std::uint32_t>(run.glyphs.size());
    std::uint16_t least = 0xFFFF;
    for (std::uint32_t i = glyphs.begin; i < glyphs.end; ++i) {
        least = std::min(least, word.glyphs[i].text);
    }
    run.text += text;
    for (std::uint32_t i = glyphs.begin; i < glyphs.end; ++i) {
        pages::Glyph glyph = word.glyphs[i];
        glyph.text = static_cast<std::uint16_t>(base + (glyph.text - least));
        glyph.advance = stretched(glyph.advance, fragment.stretch);
        run.glyphs.push_back(glyph);
        x += Length{glyph.advance};
    }
    for (const pages::GlyphOffset& offset : word.offsets) {
        if (offset.glyph < glyphs.begin || offset.glyph >= glyphs.end) continue;
        run.offsets.push_back({offset.glyph - glyphs.begin + first, offset.x, offset.y});
    }
    run_end_ = x;
}

/// The glyphs of one face in a fragment of text.
void LinePlacer::draw_part(const Fragment& fragment, const FacePart& part, Length& x) {
    const ShapedWord::Range glyphs{std::max(part.glyph_begin, fragment.glyphs.begin),
                                   std::min(part.glyph_end, fragment.glyphs.end)};
    if (glyphs.begin >= glyphs.end) return;
    const Look& look = text_.looks[fragment.look];
    const std::uint32_t begin = std::max(part.text_begin + fragment.word_begin, fragment.begin);
    const std::uint32_t end = std::min(part.text_end + fragment.word_begin, fragment.end);
    const std::string_view text = std::string_view(text_.text).substr(begin, end - begin);
    if (part.missing) report_missing(text, part.face, look.span, context_);
    // Glyphs of connected letters tell their text themselves, cluster by cluster.
    const bool unclear =
        part.fallback && !part.connected && count_code_points(text) != glyphs.end - glyphs.begin;
    const pages::ElementId owner =
        unclear ? replacement(look.element, std::string(text)) : element(look.element);
    open_run(fragment, part.face, owner, x);
    run_of_pack_ = part.of_pack;
    append(fragment, glyphs, text, x);
}

/// Parts lie from left to right, and are drawn in the order in which they are read.
void LinePlacer::draw_to_left(const Fragment& fragment) {
    const auto parts = fragment.word->parts;
    Length x = fragment.x + fragment.width;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        for (std::uint32_t i = std::max(part->glyph_begin, fragment.glyphs.begin);
             i < std::min(part->glyph_end, fragment.glyphs.end); ++i)
            x -= Length{stretched(fragment.word->glyphs[i].advance, fragment.stretch)};
        Length left = x;
        draw_part(fragment, *part, left);
    }
    close_run();
}

void LinePlacer::draw_glyphs(const Fragment& fragment) {
    const Look& look = text_.looks[fragment.look];
    Length x = fragment.x;
    grow(look);
    grow_to_ink(fragment);
    if (context_.measuring) return;
    if (fragment.kind == Piece::Kind::text) {
        if ((fragment.level & 1) != 0) return draw_to_left(fragment);
        for (const FacePart& part : fragment.word->parts) draw_part(fragment, part, x);
        if (look.dots) draw_dots(fragment);
        return;
    }
    const bool hyphen = fragment.kind == Piece::Kind::hyphen;
    const std::string_view text =
        hyphen ? soft_hyphen
        : fragment.begin == fragment.end || text_.text[fragment.begin] == '\n'
            ? std::string_view(" ")
            : std::string_view(text_.text).substr(fragment.begin, fragment.end - fragment.begin);
    const pages::ElementId owner =
        hyphen ? replacement(look.element, std::string(soft_hyphen)) : element(look.element);
    const bool goes_on = space_goes_on(fragment, x);
    const FaceId face =
        goes_on ? std::get<pages::GlyphRun>(run_->content).face : fragment.word->parts.front().face;
    open_run(fragment, face, owner, x);
    if (!goes_on) run_of_pack_ = false;
    append(fragment, fragment.glyphs, text, x);
    if (goes_on) gathered_.glyphs.back().id = context_.resources.fonts.metrics(face).space;
    const Length given = fragment.x + fragment.width - x;
    gathered_.glyphs.back().advance += static_cast<std::int32_t>(given.units);
    run_end_ += given;
}

/// A gap is part of the glyph in front of it, so that a run goes on over it.
void LinePlacer::widen_last(const Fragment& fragment) {
    if (!run_ || run_end_ != fragment.x) return;
    if (std::get<pages::GlyphRun>(run_->content).right_to_left) return;
    gathered_.glyphs.back().advance += static_cast<std::int32_t>(fragment.width.units);
    run_end_ += fragment.width;
}

/// A picture stands a little below the base line, like the letters' descenders.
void LinePlacer::draw_picture(const Fragment& fragment) {
    close_run();
    const InlinePicture& picture = text_.pictures[fragment.picture];
    const Size size{fragment.width,
                    picture.size.height.scaled(fragment.width.units, picture.size.width.units)};
    const Length below = picture.size.height / 6;
    const Look& look = text_.looks[fragment.look];
    add_item(line_.items, {fragment.x, below - size.height - look.rise}, element(look.element))
        .content = pages::Picture{picture.media, size, {}};
    line_.ascent = std::max(line_.ascent, size.height - below + look.rise);
    line_.descent = std::max(line_.descent, below - look.rise);
}

/// A part wider than the measure is made smaller.
void LinePlacer::draw_formula(const Fragment& fragment) {
    close_run();
    const Look& look = text_.looks[fragment.look];
    math::Box box = text_.formulas[fragment.picture].parts[fragment.part].box;
    const Length natural = box.width;
    if (fragment.width < natural)
        box = math::scaled(std::move(box), fragment.width.units, natural.units);
    grow(look);
    line_.ascent = std::max(line_.ascent, box.height + look.rise);
    line_.descent = std::max(line_.descent, box.depth - look.rise);
    math::draw(std::move(box), {fragment.x, -look.rise}, look.colour, element(look.element),
               line_.items);
}

void LinePlacer::draw_ground(const Band& band) {
    const Look& look = text_.looks[band.look];
    const Ground& ground = text_.grounds[static_cast<std::size_t>(band.id)];
    const font::Metrics& metrics = context_.resources.fonts.metrics(look.words->shaping().face);
    const Length margin = look.size / 10;
    const Length above = in_font(look, std::max(metrics.cap_height, metrics.x_height), metrics);
    const Length top = above + margin * 2;
    const Length bottom = in_font(look, -metrics.descender, metrics).scaled(3, 4);
    pages::Path path = rectangle({band.right - band.left, top + bottom});
    path.fill = ground.fill;
    path.stroke = ground.border;
    if (ground.border) path.line_width = Length::points(0.4);
    add_item(grounds_, {band.left, -top - look.rise}, pages::ElementId::layout_artifact).content =
        std::move(path);
}

void LinePlacer::draw_stroke(const Band& band) {
    const Look& look = text_.looks[band.look];
    const font::Metrics& metrics = context_.resources.fonts.metrics(look.words->shaping().face);
    pages::Path path;
    path.segments = {pages::MoveTo{{}}, pages::LineTo{{band.right - band.left, {}}}};
    path.stroke = look.colour;
    path.line_width = std::max(in_font(look, metrics.underline_thickness, metrics), look.size / 24);
    const Length height = in_font(look, metrics.x_height, metrics).scaled(55, 100);
    add_item(line_.items, {band.left, -height - look.rise}, pages::ElementId::layout_artifact)
        .content = std::move(path);
}

void LinePlacer::draw_link(const Band& band) {
    const Look& look = text_.looks[band.look];
    const pages::ElementId owner = element(look.element);
    if (pages::is_artifact(owner)) return;
    const font::Metrics& metrics = context_.resources.fonts.metrics(look.words->shaping().face);
    const Length top = in_font(look, metrics.ascender, metrics);
    const Length bottom = in_font(look, -metrics.descender, metrics);
    pages::LinkArea area = text_.links[static_cast<std::size_t>(band.id)];
    if (area.url.view().size() > longest_repeated && lines_of_long_link_++ > 0) return;
    area.size = {band.right - band.left, top + bottom};
    add_item(line_.items, {band.left, -top - look.rise}, owner).content = std::move(area);
}

void LinePlacer::close(Band& band, BandKind kind) {
    if (band.id < 0) return;
    if (kind != BandKind::ground) close_run();
    switch (kind) {
        case BandKind::ground:
            draw_ground(band);
            break;
        case BandKind::stroke:
            draw_stroke(band);
            break;
        case BandKind::link:
            draw_link(band);
            break;
        case BandKind::ruby:
            draw_reading(band);
            break;
    }
    band.id = -1;
}

void LinePlacer::extend(Band& band, std::int32_t id, const Fragment& fragment, BandKind kind) {
    if (band.id != id) close(band, kind);
    if (id < 0) return;
    const Length right = fragment.x + fragment.width;
    if (band.id != id) {
        band = {id, fragment.look, fragment.x, right};
    } else {
        band.left = std::min(band.left, fragment.x);
        band.right = std::max(band.right, right);
    }
}

void LinePlacer::draw(const Fragment& fragment) {
    const Look& look = text_.looks[fragment.look];
    const bool bare = look.ruby < 0 && !look.struck && look.link < 0 && look.ground < 0 &&
                      ruby_.id < 0 && stroke_.id < 0 && link_.id < 0 && ground_.id < 0;
    if (!fragment.at_line_end && !bare) {
        const bool is_word = fragment.kind == Piece::Kind::text;
        if (is_word || look.ruby < 0) extend(ruby_, look.ruby, fragment, BandKind::ruby);
        extend(stroke_, look.struck ? 0 : -1, fragment, BandKind::stroke);
        extend(link_, look.link, fragment, BandKind::link);
        extend(ground_, look.ground, fragment, BandKind::ground);
    }
    switch (fragment.kind) {
        case Piece::Kind::text:
        case Piece::Kind::space:
        case Piece::Kind::hyphen:
            draw_glyphs(fragment);
            break;
        case Piece::Kind::picture:
            draw_picture(fragment);
            break;
        case Piece::Kind::formula:
            draw_formula(fragment);
            break;
        case Piece::Kind::gap:
            widen_last(fragment);
            break;
        case Piece::Kind::nothing:
        case Piece::Kind::padding:
        case Piece::Kind::sign:
            break;
    }
}

void LinePlacer::take_marks(std::uint32_t text_end) {
    const bool is_last = text_end >= text_.text.size();
    for (; next_mark_ < text_.marks.size(); ++next_mark_) {
        TextMark& mark = text_.marks[next_mark_];
        if (mark.offset >= text_end && !is_last) break;
        if (mark.kind == TextMark::Kind::anchor) line_.anchors.push_back(std::move(mark.id));
        if (mark.kind == TextMark::Kind::note) line_.notes.push_back(mark.note);
    }
}

Line LinePlacer::place(const LineFragments& set, std::uint32_t text_end) {
    line_ = {};
    line_.width = set.width;
    for (const Fragment& fragment : set.fragments) draw(fragment);
    close(ruby_, BandKind::ruby);
    close(stroke_, BandKind::stroke);
    close(link_, BandKind::link);
    close(ground_, BandKind::ground);
    close_run();
    take_marks(text_end);
    line_.items.insert(line_.items.begin(), std::make_move_iterator(grounds_.begin()),
                       std::make_move_iterator(grounds_.end()));
    grounds_.clear();
    return std::move(line_);
}

}  // namespace triptych::typeset
