#include "markup/lexicon.hpp"

#include <pugixml.hpp>

#include "base/xml.hpp"

namespace triptych::markup {

std::string write_lexicon(const doc::Metadata& metadata) {
    if (metadata.pronunciations.empty()) return {};
    pugi::xml_document document;
    auto lexicon = document.append_child("lexicon");
    xml::set_attribute(lexicon, "version", "1.0");
    xml::set_attribute(lexicon, "xmlns", "http://www.w3.org/2005/01/pronunciation-lexicon");
    xml::set_attribute(lexicon, "alphabet", "ipa");
    xml::set_attribute(lexicon, "xml:lang", metadata.language);
    for (const doc::Pronunciation& one : metadata.pronunciations) {
        auto lexeme = lexicon.append_child("lexeme");
        xml::append_text(lexeme.append_child("grapheme"), one.word);
        xml::append_text(lexeme.append_child("phoneme"), one.signs);
    }
    return xml::to_string(document, xml::Layout::indented);
}

}  // namespace triptych::markup
