#include "pptx/writer/base.hpp"

#include <algorithm>
#include <utility>

#include "deck/setting/zones.hpp"
#include "pptx/templates/template.hpp"
#include "pptx/writer/layouts.hpp"

namespace triptych::pptx {
namespace {

Base own_base(const style::Slides& look, const std::string& language) {
    Base base;
    for (std::size_t i = 0; i < layout_count; ++i) {
        const auto kind = static_cast<LayoutKind>(i);
        base.layouts[i] = {layout_part(kind), make_placeholders(kind, look, language),
                           links_of(kind, look)};
    }
    base.palette = {{look.ink, "tx1"},          {look.ground, "bg1"},
                    {look.title_ground, "tx2"}, {look.title_ink, "bg2"},
                    {look.accent, "accent1"},   {look.title_accent, "accent2"},
                    {look.quiet, "accent3"},    {look.medium.link, "hlink"}};
    return base;
}

/// Turns the layouts of a template into what slides ask for.
class Adapter {
public:
    Adapter(const Template& given, const std::string& language)
        : given_(given), language_(language) {}

    Base adapt() const {
        const auto& choice = given_.choice;
        Base base;
        base.given = &given_;
        base.palette = given_.palette;
        const auto set = [&](LayoutKind kind, Layout layout) {
            base.layouts[static_cast<std::size_t>(kind)] = std::move(layout);
        };
        base.layouts.fill(content(choice.content, Use::body, choice.content.text));
        set(LayoutKind::title, cover(choice.title));
        set(LayoutKind::part, cover(choice.section));
        set(LayoutKind::divider, cover(choice.section));
        set(LayoutKind::closing, with_foot(cover(choice.content), choice.content));
        set(LayoutKind::table, content(choice.table, Use::table, choice.table.object));
        set(LayoutKind::picture, beside_picture());
        base.picture = content(choice.content, Use::picture, choice.content.object);
        for (const auto& [name, stand] : choice.named)
            base.named.emplace(name, content(stand, Use::body, stand.text));
        if (choice.title_only) base.title_only = content(*choice.title_only, Use::body, {});
        return base;
    }

private:
    using Stand = templates::Stand;

    Placeholder placeholder(const Stand& stand, Use use, std::size_t index) const {
        const auto& own = given_.layouts[stand.layout].placeholders[index];
        Placeholder made;
        made.use = use;
        made.type = own.type;
        made.index = own.index;
        made.name = placeholder_name(use, language_);
        made.role = role_of(use);
        made.box = own.text_box();
        made.frame = own.frame;
        made.bullets = own.text.bullets;
        made.is_spaced = own.text.after.units > 0;
        return made;
    }
    /// What the layout has no placeholder for.
    Placeholder loose(const Stand& stand, Use use) const {
        Placeholder made;
        made.use = use;
        made.name = placeholder_name(use, language_);
        made.role = role_of(use);
        made.box = made.frame = stand.area;
        made.is_loose = true;
        return made;
    }
    static style::Role role_of(Use use) {
        switch (use) {
            case Use::claim:
                return style::Role::cover_subtitle;
            case Use::title:
                return style::Role::slide_title;
            case Use::footer:
            case Use::page_number:
                return style::Role::slide_footer;
            case Use::kicker:
            case Use::numeral:
            case Use::aside:
            case Use::body:
            case Use::head:
            case Use::cell:
            case Use::listing:
            case Use::picture:
            case Use::table:
            case Use::more:
            case Use::links:
            case Use::meta:
            case Use::count_:
                break;
        }
        return style::Role::body;
    }
    Layout with_title(const Stand& stand) const {
        return {given_.layouts[stand.layout].part,
                {placeholder(stand, Use::title, stand.title)},
                LinkColour::theme};
    }
    Layout with_foot(Layout layout, const Stand& stand) const {
        if (stand.footer)
            layout.placeholders.push_back(placeholder(stand, Use::footer, *stand.footer));
        if (stand.number)
            layout.placeholders.push_back(placeholder(stand, Use::page_number, *stand.number));
        return layout;
    }
    Placeholder held(const Stand& stand, Use use, std::optional<std::size_t> index) const {
        return index ? placeholder(stand, use, *index) : loose(stand, use);
    }
    Layout cover(const Stand& stand) const {
        Layout layout = with_title(stand);
        layout.placeholders.front().role = style::Role::cover_title;
        layout.placeholders.push_back(held(stand, Use::claim, stand.text));
        return layout;
    }
    Layout content(const Stand& stand, Use use, std::optional<std::size_t> index) const {
        Layout layout = with_title(stand);
        if (use == Use::picture) layout.placeholders.push_back(loose(stand, Use::body));
        layout.placeholders.push_back(held(stand, use, index));
        return with_foot(std::move(layout), stand);
    }
    Layout beside_picture() const {
        const auto& beside = given_.choice.picture;
        if (!beside) return content(given_.choice.content, Use::body, given_.choice.content.text);
        Layout layout = with_title(*beside);
        layout.placeholders.push_back(held(*beside, Use::body, beside->text));
        layout.placeholders.push_back(held(*beside, Use::picture, beside->object));
        return with_foot(std::move(layout), *beside);
    }

    const Template& given_;
    const std::string& language_;
};

bool has_text(const deck::Slide& slide) {
    style::Slides on_template;
    on_template.zones = style::Zones::fixed;
    const auto all = deck::shapes(slide, on_template);
    return std::any_of(all.begin(), all.end(), [](const deck::Shape& shape) {
        return shape.kind == deck::ShapeKind::text;
    });
}

/// Whether a template has one layout for all slides of this kind.
bool stands_on_content(const deck::Slide& slide) {
    const LayoutKind kind = layout_of(slide);
    return !is_cover(kind) && kind != LayoutKind::table && kind != LayoutKind::picture;
}

}  // namespace

const Layout& Base::layout_for(const deck::Slide& slide) const {
    const LayoutKind kind = layout_of(slide);
    const auto wished = is_cover(kind) ? named.end() : named.find(slide.layout);
    if (wished != named.end()) return wished->second;
    if (picture && kind == LayoutKind::picture && slide.body.size() == 1) return *picture;
    return title_only && stands_on_content(slide) && !has_text(slide) ? *title_only : layout(kind);
}

Base make_base(const typeset::Resources& own, const std::string& language, const Template* given) {
    if (given) return Adapter(*given, language).adapt();
    return own_base(own.sheet.slides, language);
}

}  // namespace triptych::pptx
