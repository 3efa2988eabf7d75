#include "typeset/context.hpp"

#include <fmt/format.h>

#include "base/script_words.hpp"
#include "base/text.hpp"

namespace triptych::typeset {

Structure::Structure(pages::Tag root) {
    elements_.emplace_back();
    elements_.back().tag = root;
}

pages::ElementId Structure::add(pages::ElementId parent, pages::Tag tag) {
    const auto id = static_cast<pages::ElementId>(elements_.size());
    pages::Element& element = elements_.emplace_back();
    element.tag = tag;
    element.parent = parent;
    return id;
}

std::uint32_t Structure::adopt(pages::ElementId parent, std::vector<pages::Element> tree) {
    const auto offset = static_cast<std::uint32_t>(elements_.size());
    for (pages::Element& element : tree) {
        const auto own = static_cast<std::uint32_t>(element.parent);
        const bool is_root = elements_.size() == offset;
        element.parent = is_root ? parent : static_cast<pages::ElementId>(own + offset);
        elements_.push_back(std::move(element));
    }
    return offset;
}

pages::Element& Structure::operator[](pages::ElementId id) { return elements_[index(id)]; }

namespace {

Message hint_for(char32_t character, const font::Library& fonts) {
    const std::string_view package = fonts.missing_package(character);
    return package.empty() ? say("add a font that has it to the layout's fallback list")
                           : say("on Debian: apt-get install {}", package);
}

}  // namespace

void report_missing(std::string_view characters, Span span, Context& context) {
    for (std::size_t at = 0; at < characters.size();) {
        const char32_t c = text::next_code_point(characters, at);
        if (!context.missing_glyphs->insert(c).second) continue;
        std::string character;
        text::append_code_point(character, c);
        context.diagnostics.report(
            {Kind::missing_glyph, span,
             say("no font has a glyph for U+{:04X} '{}'", static_cast<std::uint32_t>(c), character),
             hint_for(c, context.resources.fonts),
             say("no font here has {}", say_known(script_words(c, context.language)))});
    }
}

}  // namespace triptych::typeset
