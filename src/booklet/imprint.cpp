#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "booklet/edition.hpp"
#include "booklet/front.hpp"
#include "booklet/text_box.hpp"
#include "typeset/flow/link_code.hpp"
#include "typeset/shapes.hpp"

/// The pages around a book that speak of it: half-title, colophon, back cover.
namespace triptych::booklet {
namespace {

using pages::Tag;

/// Those of packs among `faces`, each with its licence.
void add_script_faces(const Setting& setting, const std::set<FaceId>& faces,
                      std::vector<std::string>& names) {
    const std::string& language = setting.book.metadata.language;
    std::map<std::string, std::vector<std::string>> by_licence;
    for (const FaceId id : faces) {
        const auto face = setting.resources.fonts.typeface_of_pack(id);
        if (!face || face->name.empty()) continue;
        std::vector<std::string>& known = by_licence[face->licence];
        if (!is_one_of(face->name, known)) known.push_back(face->name);
    }
    for (const auto& [licence, group] : by_licence) {
        names.insert(names.end(), group.begin(), group.end());
        if (!licence.empty()) names.back() += " " + bracketed(licence, language);
    }
}

/// The typefaces, as a sentence of the colophon.
std::string typefaces(const Setting& setting, const std::set<FaceId>& faces) {
    const auto& families = setting.resources.sheet.fonts.families;
    const std::string& language = setting.book.metadata.language;
    const std::string& text = families[0].name;
    const std::string& head = families[1].name;
    if (text.empty()) return {};
    std::vector<std::string> names = {text};
    if (!head.empty() && head != text) names.push_back(head);
    add_script_faces(setting, faces, names);
    return fmt::format("{} {}.", word_in(language, Word::set_in), listed(names, language));
}

std::vector<std::string> imprint(const Setting& setting, const std::set<FaceId>& faces) {
    const doc::Metadata& metadata = setting.book.metadata;
    std::vector<std::string> lines = {
        metadata.publisher, joined(metadata.authors, metadata.language),
        edition(metadata),  metadata.rights,
        metadata.licence,   metadata.site_url};
    std::erase(lines, std::string{});
    if (lines.empty()) return {};
    lines.insert(lines.begin(), metadata.title);
    lines.push_back(typefaces(setting, faces));
    std::erase(lines, std::string{});
    return lines;
}

pages::ElementId new_section(typeset::Context& context) {
    return context.structure.add(context.structure.root(), Tag::section);
}

/// Side of the white ground around a code of this size.
Length side_of(Length code) { return code + code / 10 * 2; }

/// Puts one thing below the other in a section of its own.
class Stacker {
public:
    Stacker(const Setting& setting, Length measure, std::vector<pages::Item>& items,
            typeset::Context& context)
        : setting_(setting),
          measure_(measure),
          section_(new_section(context)),
          items_(items),
          context_(context) {}

    /// One paragraph; returns where the next one goes.
    Point add(const std::string& text, style::Role role, Point at, bool of_program = false) {
        if (text.empty()) return at;
        const style::BlockStyle& style = setting_.resources.sheet.booklet.medium[role];
        const pages::ElementId element = context_.structure.add(section_, Tag::paragraph);
        if (of_program) typeset::tell_words(element, context_);
        const typeset::Galley galley = set_text(text, style.text, measure_, element, context_);
        at.y = put(galley, at, items_);
        return at;
    }

    /// The code on a white ground, its quiet zone, with the address as its description.
    void add(typeset::LinkCode code, const std::string& address, Point at) {
        constexpr Colour paper{255, 255, 255};
        const Length side = side_of(code.size), quiet = code.size / 10;
        const pages::ElementId figure = context_.structure.add(section_, Tag::figure);
        context_.structure[figure].alternative =
            fmt::format("{} {}", word_in(context_.language, Word::address_code), address);
        typeset::tell_words(figure, context_);
        items_.push_back(typeset::filled_box(at, {side, side}, paper));
        items_.push_back({{at.x + quiet, at.y + quiet}, figure, std::move(code.drawing)});
    }

private:
    const Setting& setting_;
    Length measure_;
    pages::ElementId section_;
    std::vector<pages::Item>& items_;
    typeset::Context& context_;
};

}  // namespace

std::vector<pages::Item> set_half_title(const Setting& setting, typeset::Context& context) {
    const style::Booklet& style = setting.resources.sheet.booklet;
    std::vector<pages::Item> items;
    const Point at{text_left(style.page, Side::recto), style.page.size.height / 3};
    Stacker stack(setting, style.page.measure(), items, context);
    stack.add(setting.book.metadata.title, style::Role::heading2, at);
    return items;
}

std::vector<pages::Item> set_colophon(const Setting& setting, const std::set<FaceId>& faces,
                                      typeset::Context& context) {
    const style::Booklet& style = setting.resources.sheet.booklet;
    const std::vector<std::string> lines = imprint(setting, faces);
    if (lines.empty()) return {};
    const style::TextStyle& text = style.medium[style::Role::colophon].text;
    const pages::ElementId section = new_section(context);
    std::vector<typeset::Galley> galleys;
    Length height;
    for (const std::string& line : lines) {
        style::TextStyle look = text;
        if (galleys.empty()) look.weight = 600;
        const pages::ElementId element = context.structure.add(section, Tag::paragraph);
        if (&line == &lines.back()) typeset::tell_words(element, context);  // the typefaces
        galleys.push_back(set_text(line, look, style.page.measure(), element, context));
        height += galleys.back().height();
    }
    Point at{text_left(style.page, Side::verso), style.page.top + text_height(style.page) - height};
    std::vector<pages::Item> items;
    for (const typeset::Galley& galley : galleys) at.y = put(galley, at, items);
    return items;
}

std::vector<pages::Item> set_back_cover(const Setting& setting, typeset::Context& context) {
    const style::Booklet& style = setting.resources.sheet.booklet;
    const doc::Metadata& metadata = setting.book.metadata;
    const Length height = style.page.size.height;
    const Length margin = style.page.outer.scaled(4, 5);
    const Length measure = style.page.size.width - margin * 2;
    const Length leading = style.medium[style::Role::cover_meta].text.leading;
    std::vector<pages::Item> items;
    add_cover_ground(style, items);
    Stacker stack(setting, measure, items, context);
    Point at{margin, height.scaled(27, 100)};
    items.push_back(
        typeset::filled_box(at, {Length::points(48), Length::points(5)}, style.cover_accent));
    at.y += Length::points(20);
    at = stack.add(metadata.title, style::Role::cover_subtitle, at);
    at.y += leading;
    const std::string& about =
        metadata.description.empty() ? metadata.subtitle : metadata.description;
    stack.add(about, style::Role::cover_meta, at);
    at.y = height - style.page.top - leading;
    if (metadata.site_url.empty()) {
        stack.add(metadata.publisher, style::Role::cover_meta, at);
        return items;
    }
    auto code = typeset::link_code(metadata.site_url, {});
    const Length side = code ? side_of(code->size) : Length{};
    at.y -= side + leading * 3 / 2;
    const std::string label(word_in(metadata.language, Word::read_online));
    at = stack.add(label, style::Role::cover_meta, at, true);
    at.y += leading / 4;
    if (code) stack.add(*std::move(code), metadata.site_url, at);
    at.y += side + leading / 4;
    stack.add(text::short_address(metadata.site_url), style::Role::cover_meta, at);
    return items;
}

}  // namespace triptych::booklet
