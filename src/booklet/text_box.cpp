#include "booklet/text_box.hpp"

#include <utility>

#include "typeset/flow/lines.hpp"

namespace triptych::booklet {
namespace {

std::uint8_t mix(std::uint8_t from, std::uint8_t to, int thousandths) {
    return static_cast<std::uint8_t>((from * (1000 - thousandths) + to * thousandths + 500) / 1000);
}

}  // namespace

typeset::Galley set_text(const doc::Inlines& body, const style::TextStyle& style, Length measure,
                         pages::ElementId element, typeset::Context& context) {
    typeset::Galley galley;
    for (typeset::Line& line :
         typeset::set_paragraph({body, style, measure, {}, element}, context)) {
        galley.rows.push_back(typeset::row_of(std::move(line), style, {}, context));
    }
    return galley;
}

typeset::Galley set_text(std::string text, const style::TextStyle& style, Length measure,
                         pages::ElementId element, typeset::Context& context) {
    return set_text(typeset::words(std::move(text)), style, measure, element, context);
}

Length put(const typeset::Galley& galley, Point at, std::vector<pages::Item>& items) {
    typeset::place(galley, 0, galley.rows.size(), at, items);
    return at.y + galley.height();
}

std::vector<pages::Item> fit_line(std::string_view text, const style::TextStyle& style,
                                  Length measure, typeset::Context& context, Length& width) {
    constexpr auto artifact = pages::ElementId::pagination_artifact;
    typeset::Line line = typeset::set_line(text, style, artifact, context);
    while (line.width > measure && text.find(' ') != std::string_view::npos) {
        text = text.substr(0, text.rfind(' '));
        line = typeset::set_line(std::string(text) + "…", style, artifact, context);
    }
    width = line.width;
    return std::move(line.items);
}

Colour mix(Colour from, Colour to, int thousandths) {
    return {mix(from.red, to.red, thousandths), mix(from.green, to.green, thousandths),
            mix(from.blue, to.blue, thousandths)};
}

}  // namespace triptych::booklet
