#include "typeset/context.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/script_words.hpp"
#include "base/text.hpp"
#include "base/words.hpp"

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

void report_character(char32_t c, std::string_view cluster, Span span, Context& context) {
    std::string character;
    text::append_code_point(character, c);
    if (character != cluster && !context.missing_glyphs->insert(character).second) return;
    // A mark alone is shown on the sign that stands for any letter.
    const bool mark = (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
    context.diagnostics.report(
        {Kind::missing_glyph, span,
         say("no font has a glyph for U+{:04X} '{}'", static_cast<std::uint32_t>(c),
             mark && character != cluster ? "◌" + character : character),
         hint_for(c, context.resources.fonts),
         say("no font here has {}", say_known(script_words(c, context.language)))});
}

/// Every part of it is in some font, but no font has them all.
void report_cluster(std::string_view cluster, char32_t base, Span span, Context& context) {
    constexpr std::size_t most_shown = 64;
    Message shown = Message::verbatim(std::string(cluster));
    shown.clip(most_shown);
    context.diagnostics.report({Kind::missing_glyph, span,
                                say("no font has '{}' with all its marks", shown),
                                say("write it with fewer marks, or add a font that has it to the "
                                    "layout's fallback list"),
                                say("no font here has {} with all marks",
                                    say_known(script_words(base, context.language)))});
}

}  // namespace

void tell_words(pages::ElementId element, Context& context) {
    if (const auto own = language_of_words(context.language); !own.empty())
        context.structure[element].language = own;
}

void report_missing(std::string_view characters, FaceId face, Span span, Context& context) {
    for (std::size_t at = 0; at < characters.size();) {
        const std::size_t end = font::cluster_end(characters, at);
        const std::string_view cluster = characters.substr(at, end - at);
        std::size_t behind_base = at;
        const char32_t base = text::next_code_point(characters, behind_base);
        at = end;
        if (!context.missing_glyphs->emplace(cluster).second) continue;
        std::vector<char32_t> lacking =
            context.resources.fonts.lacking(cluster, face, context.language);
        if (lacking.empty() && behind_base == end) lacking.push_back(base);
        for (const char32_t c : lacking) report_character(c, cluster, span, context);
        if (lacking.empty()) report_cluster(cluster, base, span, context);
    }
}

}  // namespace triptych::typeset
