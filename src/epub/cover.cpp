#include "epub/cover.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "base/words.hpp"
#include "base/xml.hpp"
#include "epub/xhtml.hpp"

namespace triptych::epub {
namespace {

constexpr int width = 1200, height = 1700, margin = 130;
/// Room left for faces that are wider than the layout's.
constexpr double spare = 1.12;

std::string css(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

struct CoverText {
    const style::TextStyle& style;
    std::string_view text;
    int size;  ///< in pixels
};

/// Draws lines of text downwards.
class Sheet {
public:
    Sheet(pugi::xml_node svg, const Resources& resources, std::string_view language)
        : svg_(svg), resources_(resources), language_(language) {}

    /// Sets `text` broken at spaces, its first base line at `y`; returns the base line after the
    /// last line.
    int add(const CoverText& text, int y) {
        for (const auto& line : broken(text)) {
            auto node = text_element(svg_, "text", line);
            const auto& family = family_of(text.style);
            xml::set_attribute(node, "x", std::to_string(margin));
            xml::set_attribute(node, "y", std::to_string(y));
            xml::set_attribute(
                node, "font-family",
                fmt::format("'{}', '{}', sans-serif", family.name, family.substitute));
            xml::set_attribute(node, "font-size", std::to_string(text.size));
            xml::set_attribute(node, "font-weight", std::to_string(text.style.weight));
            if (text.style.italic) xml::set_attribute(node, "font-style", "italic");
            xml::set_attribute(node, "fill", css(resources_.sheet.booklet.cover_ink));
            y += text.size * 6 / 5;
        }
        return y;
    }

private:
    const style::Family& family_of(const style::TextStyle& style) const {
        return resources_.sheet.fonts.families[static_cast<std::size_t>(style.family)];
    }

    double measured(const CoverText& text, std::string_view line) const {
        const auto face =
            resources_.fonts.find(family_of(text.style).name, text.style.weight, text.style.italic);
        Length sum;
        for (const auto& glyph :
             resources_.fonts.shape({line, face, Length::points(text.size), language_, {}, {}}))
            sum += glyph.advance;
        return sum.in_points() * spare;
    }

    std::vector<std::string> broken(const CoverText& text) const {
        std::vector<std::string> lines;
        for (const auto word : text::split(text.text, ' ')) {
            if (word.empty()) continue;
            std::string longer =
                lines.empty() ? std::string(word) : fmt::format("{} {}", lines.back(), word);
            if (lines.empty() || measured(text, longer) > width - 2 * margin)
                lines.emplace_back(word);
            else
                lines.back() = std::move(longer);
        }
        return lines;
    }

    pugi::xml_node svg_;
    const Resources& resources_;
    std::string_view language_;
};

void add_rectangle(pugi::xml_node svg, int x, int y, int wide, int high, Colour colour) {
    auto node = element(svg, "rect");
    xml::set_attribute(node, "x", std::to_string(x));
    xml::set_attribute(node, "y", std::to_string(y));
    xml::set_attribute(node, "width", std::to_string(wide));
    xml::set_attribute(node, "height", std::to_string(high));
    xml::set_attribute(node, "fill", css(colour));
}

}  // namespace

std::string write_cover_picture(const doc::Book& book, const Resources& resources) {
    const auto& look = resources.sheet.booklet;
    pugi::xml_document document;
    auto svg = element(document, "svg");
    xml::set_attribute(svg, "xmlns", "http://www.w3.org/2000/svg");
    xml::set_attribute(svg, "viewBox", fmt::format("0 0 {} {}", width, height));
    xml::set_attribute(svg, "width", std::to_string(width));
    xml::set_attribute(svg, "height", std::to_string(height));
    xml::set_attribute(svg, "xml:lang", book.metadata.language);
    text_element(svg, "title", book.metadata.title);
    add_rectangle(svg, 0, 0, width, height, look.cover_ground);
    add_rectangle(svg, margin, 330, 220, 14, look.cover_accent);
    Sheet sheet(svg, resources, book.metadata.language);
    const auto& title = look.medium[style::Role::cover_title].text;
    const auto& subtitle = look.medium[style::Role::cover_subtitle].text;
    const auto& meta = look.medium[style::Role::cover_meta].text;
    const int below = sheet.add({title, book.metadata.title, 108}, 500);
    sheet.add({subtitle, book.metadata.subtitle, 52}, below + 40);
    sheet.add({meta, book.metadata.publisher, 40}, height - 230);
    sheet.add({meta, book.metadata.version, 36}, height - 130);
    return xml::to_string(document, xml::Layout::raw);
}

std::string write_cover_page(const doc::Book& book) {
    pugi::xml_document document;
    const auto& language = book.metadata.language;
    const auto cover = word_in(language, Word::cover);
    auto body = start_document(document, cover, language, "../style.css");
    xml::set_attribute(body, "class", "cover");
    auto section = element(body, "section");
    xml::set_attribute(section, "epub:type", "cover");
    xml::set_attribute(section, "aria-label", cover);
    auto image = element(section, "img");
    xml::set_attribute(image, "src", "../images/cover.svg");
    xml::set_attribute(image, "role", "doc-cover");
    xml::set_attribute(image, "alt", fmt::format("{} : {}", cover, book.metadata.title));
    return xml::to_string(document, xml::Layout::raw);
}

}  // namespace triptych::epub
