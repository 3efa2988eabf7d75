#include "pptx/writer/placeholders.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/xml.hpp"
#include "deck/setting/grid.hpp"
#include "deck/setting/scale.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/words.hpp"
#include "pptx/writer/layouts.hpp"
#include "pptx/writer/text.hpp"

namespace triptych::pptx {
namespace {

using style::Role;

std::string_view name_of(Use use) {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(Use::count_)> names = {
        "Kicker",
        "Title",
        "Number",
        "Claim",
        "Lead-in",
        "Text",
        "Step",
        "Point",
        "Code",
        "Picture",
        "Table",
        "In the notes",
        "Further reading",
        "Version and date",
        "Footer",
        "Slide number"};
    return names[static_cast<std::size_t>(use)];
}

bool has_numeral(LayoutKind kind) {
    return kind == LayoutKind::part || kind == LayoutKind::pillar || kind == LayoutKind::number;
}

/// What slides on a layout hold.
struct Sample {
    deck::Archetype archetype{};
    std::size_t cells = 0;
};
Sample sample_of(LayoutKind kind) {
    using deck::Archetype;
    switch (kind) {
        case LayoutKind::chapter:
            return {Archetype::chapter, 8};
        case LayoutKind::pillar:
            return {Archetype::pillar, 5};
        case LayoutKind::plain_pillar:
            return {Archetype::plain_pillar, 5};
        case LayoutKind::siblings:
            return {Archetype::siblings, 6};
        case LayoutKind::terms:
            return {Archetype::terms, 8};
        case LayoutKind::compare:
            return {Archetype::compare, 2};
        case LayoutKind::pair:
            return {Archetype::pair, 2};
        case LayoutKind::process:
            return {Archetype::process, 6};
        case LayoutKind::checklist:
            return {Archetype::checklist, 12};
        case LayoutKind::table:
            return {Archetype::table, 0};
        case LayoutKind::picture:
            return {Archetype::picture, 0};
        case LayoutKind::code:
            return {Archetype::code, 0};
        case LayoutKind::number:
            return {Archetype::number, 0};
        case LayoutKind::statement:
            return {Archetype::statement, 0};
        case LayoutKind::content:
            return {Archetype::bullets, 0};
        case LayoutKind::title:
        case LayoutKind::part:
        case LayoutKind::divider:
        case LayoutKind::full_picture:
        case LayoutKind::wide:
        case LayoutKind::closing:
        case LayoutKind::count_:
            break;
    }
    return {};
}

doc::Block table_of(std::size_t columns) {
    doc::Table table;
    table.columns.resize(columns);
    return {std::move(table), {}};
}

/// A block of as many parts as the layout has places for.
doc::Block sample_block(LayoutKind kind) {
    const std::size_t count = sample_of(kind).cells;
    if (kind == LayoutKind::table || kind == LayoutKind::wide) return table_of(4);
    if (kind == LayoutKind::code) return {doc::CodeBlock{}, {}};
    if (kind == LayoutKind::siblings) return {doc::Cards{std::vector<doc::Card>(count)}, {}};
    if (kind == LayoutKind::compare || kind == LayoutKind::pair)
        return {doc::Columns{std::vector<doc::SideColumn>(count)}, {}};
    if (count == 0) return {doc::Paragraph{}, {}};
    doc::List list;
    list.items.resize(count);
    return {std::move(list), {}};
}

bool has_claim_alone(LayoutKind kind) {
    return kind == LayoutKind::number || kind == LayoutKind::statement;
}

/// A slide that has everything its layout has room for.
deck::Slide sample(LayoutKind kind, const style::Slides& look) {
    deck::Slide slide;
    slide.kind = kind == LayoutKind::picture ? deck::SlideKind::picture : slide_kind(kind);
    slide.archetype = sample_of(kind).archetype;
    if (has_numeral(kind)) slide.numeral = "1";
    slide.measures.title_height = look.medium[Role::slide_title].text.leading;
    if (kind == LayoutKind::full_picture) {
        slide.kicker.emplace_back();
        slide.body = {{doc::Figure{}, {}}};
    }
    slide.claim.emplace_back();
    slide.links.emplace_back();
    if (slide.body.empty() && !has_claim_alone(kind)) slide.body.push_back(sample_block(kind));
    if (kind == LayoutKind::picture) slide.body.push_back({doc::Figure{}, {}});
    const bool under_title =
        sample_of(kind).cells > 0 || kind == LayoutKind::table || kind == LayoutKind::code;
    slide.measures.claim_height =
        look.medium[Role::slide_claim].text.leading * (under_title ? 1 : 2);
    slide.measures.links_height = look.medium[Role::slide_link].text.leading;
    slide.measures.body_size = deck::body_sizes(slide, look).back();
    return slide;
}

/// The title slide has the types that a presentation's first slide should have.
std::vector<Placeholder> cover_placeholders(LayoutKind kind, const style::Slides& look) {
    const auto slide = sample(kind, look);
    const auto at = deck::arrange(slide, look);
    const deck::CoverLook cover = deck::cover_look(slide_kind(kind), look);
    const bool first = kind == LayoutKind::title;
    std::vector<Placeholder> all = {
        {Use::kicker, "body", 10, {}, Role::slide_kicker, cover.accent, at.kicker, "t"},
        {Use::title,
         first ? "ctrTitle" : "title",
         0,
         {},
         Role::cover_title,
         cover.ink,
         at.title,
         "b"},
        {Use::claim,
         first ? "subTitle" : "body",
         1,
         {},
         kind == LayoutKind::part ? Role::body : Role::cover_subtitle,
         cover.quiet,
         at.claim,
         "t"}};
    if (kind == LayoutKind::part) {
        all.push_back(
            {Use::numeral, "body", 16, {}, Role::slide_number, cover.accent, at.numeral, "ctr"});
        all.back().size = deck::numeral_text(slide, look).size;
    }
    if (first) {
        all.push_back({Use::links, "body", 12, {}, Role::slide_link, cover.quiet, at.links, "b"});
        all.push_back({Use::meta,
                       "body",
                       15,
                       {},
                       Role::cover_meta,
                       look.medium[Role::cover_meta].text.colour,
                       at.meta,
                       "b"});
    }
    return all;
}

/// Makes the placeholders of a layout for what is no cover.
class ContentPlaceholders {
public:
    ContentPlaceholders(LayoutKind kind, const style::Slides& look)
        : kind_(kind), look_(look), slide_(sample(kind, look)), at_(deck::arrange(slide_, look)) {}

    std::vector<Placeholder> make() {
        add(Use::title, "title", 0, Role::slide_title, at_.title);
        all_.back().box.size.height = look_.title.size.height;
        add(Use::kicker, "body", 10, Role::slide_kicker, at_.kicker);
        if (deck::has_numeral(slide_)) add_numeral();
        add(Use::claim, "body", 11, Role::slide_claim, at_.claim);
        add_body();
        add(Use::more, "body", 17, Role::body, more_box());
        set_small(look_.quiet);
        add(Use::links, "body", 12, Role::slide_link, at_.links, "b");
        add(Use::footer, "ftr", 20, Role::slide_footer, at_.footer);
        add(Use::page_number, "sldNum", 21, Role::slide_footer, at_.page_number);
        return std::move(all_);
    }

private:
    void add(Use use, const char* type, unsigned index, Role role, const Rect& box,
             const char* anchor = "t") {
        all_.push_back({use, type, index, {}, role, look_.medium[role].text.colour, box, anchor});
    }
    void set_small(Colour ink) {
        all_.back().size = deck::scale_of(look_).small;
        all_.back().ink = ink;
    }
    void add_numeral() {
        add(Use::numeral, "body", 16, Role::slide_number, at_.numeral, "ctr");
        all_.back().size = deck::numeral_text(slide_, look_).size;
        all_.back().ink = look_.accent;
    }
    Rect more_box() const {
        deck::Slide slide = slide_;
        slide.more = 1;
        return deck::arrange(slide, look_).more;
    }
    void add_body() {
        if (has_claim_alone(kind_)) return;
        if (kind_ == LayoutKind::table)
            return add(Use::table, "tbl", 14, Role::table_cell, at_.body);
        if (kind_ == LayoutKind::code) return add_listing();
        if (!at_.cells.empty()) return add_cells();
        add(Use::body, "body", 1, Role::body, at_.shapes.front());
        if (kind_ == LayoutKind::picture)
            add(Use::picture, "pic", 13, Role::caption, at_.shapes[1]);
    }
    void add_listing() {
        const auto& style = look_.medium[Role::code];
        add(Use::listing, "body", 19, Role::code,
            deck::inset(at_.shapes.front(), style.box.padding, style.box.padding));
        all_.back().ground = style.box.ground;
    }
    void add_cells() {
        const Rect lead = {at_.body.at, {at_.body.size.width, deck::more_style(look_).leading}};
        add(Use::aside, "body", 18, Role::body, lead);
        set_small(look_.quiet);
        for (std::size_t i = 0; i < at_.cells.size(); ++i) {
            const auto& cell = at_.cells[i];
            if (cell.head.size.width.units > 0) {
                add(Use::head, "body", 60U + static_cast<unsigned>(i), Role::body, cell.head,
                    "ctr");
                all_.back().size = deck::step_style(look_).size;
                all_.back().weight = 700;
                all_.back().ink = deck::ink_on(cell.ground, look_);
            }
            add(Use::cell, "body", 30U + static_cast<unsigned>(i), Role::body, cell_frame(cell));
            all_.back().size = slide_.measures.body_size;
        }
    }

    LayoutKind kind_;
    const style::Slides& look_;
    deck::Slide slide_;
    deck::Arrangement at_;
    std::vector<Placeholder> all_;
};

/// The picture first: all else stands on it.
std::vector<Placeholder> picture_placeholders(const style::Slides& look) {
    const auto at = deck::arrange(sample(LayoutKind::full_picture, look), look);
    const deck::CoverLook colours = deck::cover_look(deck::SlideKind::full_picture, look);
    const auto text = [](Use use, const char* type, unsigned index, Role role, Colour ink,
                         const Rect& box) {
        return Placeholder{use, type, index, {}, role, ink, box, "t"};
    };
    return {text(Use::picture, "pic", 13, Role::caption, colours.quiet, at.shapes.front()),
            text(Use::title, "title", 0, Role::slide_title, colours.ink, at.title),
            text(Use::kicker, "body", 10, Role::slide_kicker, colours.accent, at.kicker),
            text(Use::claim, "body", 11, Role::slide_claim, colours.quiet, at.claim)};
}

}  // namespace

LinkColour links_of(LayoutKind kind, const style::Slides& look) {
    const bool dark =
        is_cover(kind) && deck::cover_look(slide_kind(kind), look).ink == look.title_ink;
    return dark ? LinkColour::cover_text : LinkColour::theme;
}

std::string layout_part(LayoutKind kind) {
    return "ppt/slideLayouts/slideLayout" + std::to_string(static_cast<int>(kind) + 1) + ".xml";
}

std::string_view placeholder_name(Use use, std::string_view language) {
    return shape_name(name_of(use), language);
}

std::vector<Placeholder> make_placeholders(LayoutKind kind, const style::Slides& look,
                                           std::string_view language) {
    auto all = kind == LayoutKind::full_picture ? picture_placeholders(look)
               : is_cover(kind)                 ? cover_placeholders(kind, look)
                                                : ContentPlaceholders(kind, look).make();
    for (auto& placeholder : all) {
        placeholder.name = placeholder_name(placeholder.use, language);
        const Length around =
            placeholder.ground ? look.medium[placeholder.role].box.padding : Length{};
        placeholder.frame = deck::inset(placeholder.box, -around, -around);
        if (placeholder.use == Use::body) placeholder.bullets = 1;
    }
    return all;
}

Rect cell_frame(const deck::CellBox& cell) {
    Rect frame = cell.text;
    frame.size.height =
        std::max(frame.size.height, std::max(deck::bottom(cell.box), cell.reach) - cell.text.at.y);
    return frame;
}

Identity decoration_identity(unsigned id, const Writing& writing) {
    return {id, std::string(shape_name("Rule", writing.deck.language)), {}, true};
}

void add_placeholder_reference(pugi::xml_node properties, const Placeholder& placeholder) {
    auto reference = add(properties, "p:ph");
    if (!placeholder.type.empty()) xml::set_attribute(reference, "type", placeholder.type);
    const bool small = placeholder.use == Use::footer || placeholder.use == Use::page_number;
    if (small) xml::set_attribute(reference, "sz", "quarter");
    if (placeholder.index != 0)
        xml::set_attribute(reference, "idx", std::to_string(placeholder.index));
}

}  // namespace triptych::pptx
