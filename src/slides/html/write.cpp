#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"
#include "markup/html_text.hpp"
#include "slides/deck.hpp"
#include "slides/html/assets.hpp"
#include "slides/html/fonts.hpp"
#include "slides/html/look.hpp"
#include "slides/html/pictures.hpp"
#include "slides/html/slide.hpp"
#include "slides/html/words.hpp"

namespace triptych::slides {
namespace html {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

/// The template with every `{{name}}` replaced by its value.
std::string filled(std::string_view page, const Values& values) {
    std::string out;
    for (std::size_t at = 0; at < page.size();) {
        const std::size_t open = std::min(page.find("{{", at), page.size());
        out += page.substr(at, open - at);
        if (open == page.size()) break;
        const std::size_t close = page.find("}}", open);
        const auto value = values.find(page.substr(open + 2, close - open - 2));
        if (value != values.end()) out += value->second;
        at = close + 2;
    }
    return out;
}

std::string author_of(const Deck& deck, const doc::Metadata& metadata) {
    std::string names;
    for (const auto& author : metadata.authors) names += (names.empty() ? "" : ", ") + author;
    return names.empty() ? deck.publisher : names;
}

std::string write_slides(Writing& writing) {
    for (const auto& slide : writing.deck.slides) {
        writing.targets.insert(slide.id);
        writing.targets.insert(slide.anchors.begin(), slide.anchors.end());
        writing.ids.insert(slide.id);
    }
    std::string slides;
    for (std::size_t i = 0; i < writing.deck.slides.size(); ++i)
        slides += write_slide(i, writing) + "\n";
    return slides;
}

}  // namespace
}  // namespace html

std::string write_html(const Deck& deck, const doc::Book& book, const typeset::Resources& resources,
                       Diagnostics& diagnostics) {
    const Setting setting{book, resources, deck.language};
    const html::Pictures pictures(deck, resources, diagnostics);
    const auto fonts = html::embed_fonts(deck, setting);
    html::Writing writing{deck, setting, pictures, diagnostics};
    html::Values values;
    for (const auto& [name, word] : html::words_in(deck.language))
        values.emplace(name, markup::escaped(word));
    values["slides"] = html::write_slides(writing);
    values["language"] = markup::escaped(deck.language);
    values["title"] = markup::escaped(deck.title);
    values["author"] = markup::escaped(html::author_of(deck, book.metadata));
    values["description"] = markup::escaped(deck.subtitle);
    values["style"] = fonts.css + std::string(html::style_sheet) +
                      html::write_look(deck, resources.sheet, fonts.fallback);
    values["script"] = html::script;
    values["pictures"] = pictures.definitions();
    values["nonce"] = fmt::format("{:016x}", text::stable_hash(values["slides"]));
    return html::filled(html::page_template, values);
}

}  // namespace triptych::slides
