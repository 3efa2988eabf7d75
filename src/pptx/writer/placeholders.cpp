#include "pptx/writer/placeholders.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/language_tag.hpp"
#include "base/xml.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/writer/layouts.hpp"
#include "pptx/writer/text.hpp"

namespace triptych::pptx {
namespace {

using style::Role;

/// English names of shapes with the French ones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> french_names = {
    {{"Kicker", "Surtitre"},
     {"Title", "Titre"},
     {"Claim", "Idée"},
     {"Text", "Texte"},
     {"Picture", "Image"},
     {"Table", "Tableau"},
     {"Further reading", "Pour aller plus loin"},
     {"Version and date", "Version et date"},
     {"Footer", "Pied de page"},
     {"Slide number", "Numéro de diapositive"},
     {"Slide picture", "Image de la diapositive"},
     {"Box", "Encadré"},
     {"Caption", "Légende"},
     {"Card", "Carte"},
     {"Column", "Colonne"},
     {"Rule", "Filet"},
     {"Number", "Numéro"},
     {"QR code", "Code QR"}}};

std::string_view name_of(Use use) {
    static constexpr std::array<std::string_view, 10> names = {
        "Kicker",           "Title",  "Claim",       "Text", "Picture", "Table", "Further reading",
        "Version and date", "Footer", "Slide number"};
    return names[static_cast<std::size_t>(use)];
}

doc::Block sample_block(LayoutKind kind) {
    if (kind == LayoutKind::table || kind == LayoutKind::wide) {
        doc::Table table;
        table.columns.resize(4);
        return {std::move(table), {}};
    }
    return {doc::Paragraph{}, {}};
}

/// A slide that has everything its layout has room for.
deck::Slide sample(LayoutKind kind, const style::Slides& look) {
    deck::Slide slide;
    slide.kind = kind == LayoutKind::picture ? deck::SlideKind::picture : slide_kind(kind);
    if (kind == LayoutKind::numbered) {
        slide.number = "1.";
        slide.archetype = deck::Archetype::pillar;
    }
    if (kind == LayoutKind::divided) slide.archetype = deck::Archetype::plain_pillar;
    if (kind == LayoutKind::full_picture) {
        slide.kicker.emplace_back();
        slide.body = {{doc::Figure{}, {}}};
        slide.measures.title_height = look.medium[Role::slide_title].text.leading;
    }
    slide.claim.emplace_back();
    slide.links.emplace_back();
    if (slide.body.empty()) slide.body.push_back(sample_block(kind));
    if (kind == LayoutKind::picture) slide.body.push_back({doc::Figure{}, {}});
    slide.measures.claim_height = look.medium[Role::slide_claim].text.leading * 2;
    slide.measures.links_height = look.medium[Role::slide_link].text.leading;
    return slide;
}

/// The title slide has the types that a presentation's first slide should have.
std::vector<Placeholder> cover_placeholders(LayoutKind kind, const deck::Arrangement& at,
                                            const style::Slides& look) {
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
         Role::cover_subtitle,
         cover.quiet,
         at.claim,
         "t"}};
    if (first)
        all.push_back({Use::meta,
                       "body",
                       15,
                       {},
                       Role::cover_meta,
                       look.medium[Role::cover_meta].text.colour,
                       at.meta,
                       "b"});
    return all;
}

std::vector<Placeholder> content_placeholders(LayoutKind kind, const deck::Arrangement& at,
                                              const style::Slides& look) {
    const auto colour_of = [&](Role role) { return look.medium[role].text.colour; };
    std::vector<Placeholder> all = {{Use::title,
                                     "title",
                                     0,
                                     {},
                                     Role::slide_title,
                                     colour_of(Role::slide_title),
                                     at.title,
                                     "t"},
                                    {Use::kicker,
                                     "body",
                                     10,
                                     {},
                                     Role::slide_kicker,
                                     colour_of(Role::slide_kicker),
                                     at.kicker,
                                     "t"},
                                    {Use::claim,
                                     "body",
                                     11,
                                     {},
                                     Role::slide_claim,
                                     colour_of(Role::slide_claim),
                                     at.claim,
                                     "t"}};
    if (kind == LayoutKind::table)
        all.push_back({Use::table,
                       "tbl",
                       14,
                       {},
                       Role::table_cell,
                       colour_of(Role::table_cell),
                       at.body,
                       "t"});
    else
        all.push_back(
            {Use::body, "body", 1, {}, Role::body, colour_of(Role::body), at.shapes.front(), "t"});
    if (kind == LayoutKind::picture)
        all.push_back({Use::picture,
                       "pic",
                       13,
                       {},
                       Role::caption,
                       colour_of(Role::caption),
                       at.shapes[1],
                       "t"});
    all.push_back(
        {Use::links, "body", 12, {}, Role::slide_link, colour_of(Role::slide_link), at.links, "b"});
    all.push_back({Use::footer,
                   "ftr",
                   20,
                   {},
                   Role::slide_footer,
                   colour_of(Role::slide_footer),
                   at.footer,
                   "t"});
    all.push_back({Use::page_number,
                   "sldNum",
                   21,
                   {},
                   Role::slide_footer,
                   colour_of(Role::slide_footer),
                   at.page_number,
                   "t"});
    return all;
}

/// The picture first: all else stands on it.
std::vector<Placeholder> picture_placeholders(const deck::Arrangement& at,
                                              const style::Slides& look) {
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

LayoutKind layout_of(const deck::Slide& slide) {
    switch (slide.kind) {
        case deck::SlideKind::title:
            return LayoutKind::title;
        case deck::SlideKind::part:
            return LayoutKind::part;
        case deck::SlideKind::divider:
            return LayoutKind::divider;
        case deck::SlideKind::picture:
            return LayoutKind::picture;
        case deck::SlideKind::full_picture:
            return LayoutKind::full_picture;
        case deck::SlideKind::closing:
            return LayoutKind::closing;
        case deck::SlideKind::content:
            break;
    }
    if (slide.body.size() == 1 && std::holds_alternative<doc::Table>(slide.body.front().node))
        return LayoutKind::table;
    if (deck::has_numeral(slide)) return LayoutKind::numbered;
    const bool divided = slide.archetype == deck::Archetype::chapter ||
                         slide.archetype == deck::Archetype::plain_pillar;
    if (divided && !slide.claim.empty() && !slide.body.empty()) return LayoutKind::divided;
    return deck::needs_width(slide) ? LayoutKind::wide : LayoutKind::content;
}

deck::SlideKind slide_kind(LayoutKind kind) {
    switch (kind) {
        case LayoutKind::title:
            return deck::SlideKind::title;
        case LayoutKind::part:
            return deck::SlideKind::part;
        case LayoutKind::divider:
            return deck::SlideKind::divider;
        case LayoutKind::closing:
            return deck::SlideKind::closing;
        case LayoutKind::full_picture:
            return deck::SlideKind::full_picture;
        case LayoutKind::content:
        case LayoutKind::numbered:
        case LayoutKind::divided:
        case LayoutKind::wide:
        case LayoutKind::picture:
        case LayoutKind::table:
        case LayoutKind::count_:
            break;
    }
    return deck::SlideKind::content;
}

bool is_cover(LayoutKind kind) { return slide_kind(kind) != deck::SlideKind::content; }

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
    const deck::Arrangement at = deck::arrange(sample(kind, look), look);
    auto all = kind == LayoutKind::full_picture ? picture_placeholders(at, look)
               : is_cover(kind)                 ? cover_placeholders(kind, at, look)
                                                : content_placeholders(kind, at, look);
    for (auto& placeholder : all) {
        placeholder.name = placeholder_name(placeholder.use, language);
        placeholder.frame = placeholder.box;
        if (placeholder.use == Use::body) placeholder.bullets = 1;
    }
    return all;
}

std::string_view shape_name(std::string_view english, std::string_view language) {
    if (!is_french(language)) return english;
    const auto* const found =
        std::find_if(french_names.begin(), french_names.end(),
                     [&](const auto& names) { return names.first == english; });
    return found == french_names.end() ? english : found->second;
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
