#include "epub/cover.hpp"

#include <fmt/format.h>

#include "base/words.hpp"
#include "base/xml.hpp"
#include "epub/xhtml.hpp"

namespace triptych::epub {

std::string write_cover_page(const doc::Book& book) {
    pugi::xml_document document;
    const auto& language = book.metadata.language;
    const auto cover = word_in(language, Word::cover);
    auto body = start_document(document, cover, book.metadata, "../");
    markup::tell_words(body.parent().child("head").child("title"), language);
    xml::set_attribute(body, "class", "cover");
    auto section = element(body, "section");
    xml::set_attribute(section, "epub:type", "cover");
    xml::set_attribute(section, "aria-label", cover);
    auto image = element(section, "img");
    xml::set_attribute(image, "src", "../images/cover.jpg");
    xml::set_attribute(image, "role", "doc-cover");
    const auto colon = word_in(language, Word::colon);
    xml::set_attribute(image, "alt", fmt::format("{}{}{}", cover, colon, book.metadata.title));
    return xml::to_string(document, xml::Layout::raw);
}

}  // namespace triptych::epub
