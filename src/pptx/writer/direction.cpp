#include "pptx/writer/direction.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include "base/language_tag.hpp"
#include "base/xml.hpp"
#include "pptx/drawing/element.hpp"

namespace triptych::pptx {
namespace {

constexpr Length notes_width = Length::points(540);

bool is_paragraph_look(std::string_view name) {
    return name == "a:pPr" || (name.starts_with("a:lvl") && name.ends_with("pPr"));
}

/// Alignment is physical, and programs take the left one where none is given.
void turn_paragraph(pugi::xml_node properties) {
    const std::string_view align = properties.attribute("algn").value();
    xml::set_attribute(properties, "rtl", "1");
    if (align == "l" || align == "just")
        xml::set_attribute(properties, "algn", "r");
    else if (align == "r")
        xml::set_attribute(properties, "algn", "l");
}

void mirror_shape(pugi::xml_node transform, Length width) {
    auto place = transform.child("a:off");
    const auto extent = transform.child("a:ext");
    if (!place || !extent || std::string_view(transform.parent().name()) == "p:grpSpPr") return;
    constexpr long long emu_a_point = 12'700, units_a_point = 65'536;
    const long long whole = width.units * emu_a_point / units_a_point;
    const long long x = whole - place.attribute("x").as_llong() - extent.attribute("cx").as_llong();
    xml::set_attribute(place, "x", std::to_string(x));
}

void swap_insets(pugi::xml_node frame) {
    auto left = frame.attribute("lIns"), right = frame.attribute("rIns");
    if (!left || !right) return;
    const std::string was_left = left.value();
    left.set_value(right.value());
    right.set_value(was_left.c_str());
}

void turn(pugi::xml_node node, bool mirrored, Length width) {
    for (auto child : node.children()) {
        const std::string_view name = child.name();
        if (is_paragraph_look(name)) turn_paragraph(child);
        if (name == "a:tblPr") xml::set_attribute(child, "rtl", "1");
        if (mirrored && (name == "a:xfrm" || name == "p:xfrm")) mirror_shape(child, width);
        if (mirrored && name == "a:bodyPr") swap_insets(child);
        turn(child, mirrored, width);
    }
}

std::string likely_tag(const std::string& language) {
    std::array<char, 64> likely{}, tag{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_addLikelySubtags(language.c_str(), likely.data(), likely.size(), &status);
    uloc_toLanguageTag(likely.data(), tag.data(), tag.size(), 0, &status);
    return U_SUCCESS(status) ? std::string(tag.data()) : std::string();
}

/// The script of the language, in four letters.
std::string script_of(std::string_view language) {
    const std::string tag = likely_tag(std::string(language));
    const std::size_t hyphen = tag.find('-');
    return hyphen == std::string::npos ? std::string() : tag.substr(hyphen + 1, 4);
}

}  // namespace

void set_direction(pugi::xml_document& part, Shapes shapes, const Writing& writing) {
    if (!is_right_to_left(writing.deck.language)) return;
    const bool notes = shapes == Shapes::of_notes;
    auto root = part.document_element();
    if (std::string_view(root.name()) == "p:presentation") xml::set_attribute(root, "rtl", "1");
    turn(root, !notes && writing.base.is_own(), notes ? notes_width : writing.look().size.width);
}

bool is_east_asian(std::string_view language) {
    const std::string primary = primary_language(language);
    return primary == "ja" || primary == "zh" || primary == "ko" || primary == "yue";
}

ScriptFaces faces_for(std::string_view language) {
    const std::string script = script_of(language);
    if (script == "Jpan") return {"Noto Sans CJK JP", ""};
    if (script == "Kore") return {"Noto Sans CJK KR", ""};
    if (script == "Hans") return {"Noto Sans CJK SC", ""};
    if (script == "Hant") return {"Noto Sans CJK TC", ""};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 20> complex = {
        {{"Arab", "Noto Sans Arabic"},     {"Hebr", "Noto Sans Hebrew"},
         {"Deva", "Noto Sans Devanagari"}, {"Beng", "Noto Sans Bengali"},
         {"Gujr", "Noto Sans Gujarati"},   {"Guru", "Noto Sans Gurmukhi"},
         {"Taml", "Noto Sans Tamil"},      {"Telu", "Noto Sans Telugu"},
         {"Knda", "Noto Sans Kannada"},    {"Mlym", "Noto Sans Malayalam"},
         {"Sinh", "Noto Sans Sinhala"},    {"Orya", "Noto Sans Oriya"},
         {"Thai", "Noto Sans Thai"},       {"Laoo", "Noto Sans Lao"},
         {"Khmr", "Noto Sans Khmer"},      {"Mymr", "Noto Sans Myanmar"},
         {"Tibt", "Noto Serif Tibetan"},   {"Thaa", "Noto Sans Thaana"},
         {"Syrc", "Noto Sans Syriac"},     {"Mong", "Noto Sans Mongolian"}}};
    if (script == "Arab" && takes_nastaliq(language)) return {"", "Noto Nastaliq Urdu"};
    for (const auto& [known, face] : complex)
        if (known == script) return {"", std::string(face)};
    return {};
}

std::string with_region(const std::string& language) {
    // ICU takes others than the ones people expect, or none.
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> regions = {
        {{"fr", "fr-FR"},
         {"en", "en-US"},
         {"de", "de-DE"},
         {"es", "es-ES"},
         {"it", "it-IT"},
         {"nl", "nl-NL"},
         {"pt", "pt-PT"},
         {"ja", "ja-JP"},
         {"ar", "ar-SA"}}};
    for (const auto& [bare, full] : regions)
        if (language == bare) return std::string(full);
    const std::string likely = likely_tag(language);
    const std::size_t last = likely.rfind('-');
    if (last == std::string::npos || likely.size() - last != 3) return language;
    const std::string first = primary_language(language);
    return first.empty() ? language : first + likely.substr(last);
}

}  // namespace triptych::pptx
