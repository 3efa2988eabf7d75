#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/language_tag.hpp"
#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "deck_html/assets.hpp"
#include "deck_html/fonts.hpp"
#include "deck_html/look.hpp"
#include "deck_html/pictures.hpp"
#include "deck_html/policy.hpp"
#include "deck_html/slide.hpp"
#include "deck_html/words.hpp"
#include "deck_html/write.hpp"
#include "markup/html_text.hpp"
#include "markup/table_css.hpp"

namespace triptych::deck_html {
namespace {

/// Tables that don't fit into the column that slides are on such screens (deck.css).
constexpr std::string_view stacking_tables = ":is(.stacks, .stacks-early)",
                           narrow_screens = "screen and (max-width: 699px)";

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

/// What stands in `style` or `script`, where nothing but the end tag has a meaning (HTML
/// §13.1.2.6): whatever a layout calls its fonts, it can't end the element.
std::string raw_text(std::string_view text) {
    return "\n" + text::replace_all(std::string(text), "</", "<\\/") + "\n";
}

std::string author_of(const deck::Deck& deck, const doc::Metadata& metadata) {
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

/// Slides of a deck that reads from right to left are those of any other, seen in a mirror.
constexpr std::string_view style_to_left = R"(
@media (min-width: 700px), print {
  .sheet > *, .cells > * > *, .body > .beside, .full figcaption {
    left: auto; inset-inline-start: calc(var(--u) * var(--x));
  }
  .ornaments { transform: scaleX(-1); }
  .figure img, svg.picture { object-position: 100% 0; }
}
pre, code, kbd, math { direction: ltr; unicode-bidi: isolate; }
pre { text-align: left; }
)";
constexpr const char* keys_to_left =
    "\n[keys.ArrowLeft, keys.ArrowRight] = [keys.ArrowRight, keys.ArrowLeft];\n";

}  // namespace

Written write(const deck::Deck& deck, const doc::Book& book, const typeset::Resources& resources,
              const Options& options, Diagnostics& diagnostics) {
    const Place place = options.place;
    const deck::Setting setting{book, resources, deck.language};
    Pictures pictures(deck, book.metadata.logo, resources, place, diagnostics);
    const auto fonts = embed_fonts(deck, setting);
    Writing writing{deck, setting, pictures, diagnostics, options.neighbours};
    Values values;
    for (const auto& [name, word] : words_in(deck.language))
        values.emplace(name, markup::escaped(word));
    values["slides"] = write_slides(writing);
    const bool to_left = is_right_to_left(deck.language);
    values["language"] = markup::escaped(deck.language) + (to_left ? "\" dir=\"rtl" : "");
    if (const auto digits = own_digits("0123456789", deck.language); digits != "0123456789")
        values["language"] += "\" data-digits=\"" + digits;
    if (const auto own = language_of_words(deck.language); !own.empty())
        values["words_language"] =
            " lang=\"" + std::string(own) + (to_left ? "\" dir=\"ltr\"" : "\"");
    else
        values["words_language"] = {};
    values["title"] = markup::escaped(deck.title);
    values["author"] = markup::escaped(author_of(deck, book.metadata));
    values["description"] = markup::escaped(deck.subtitle);
    values["style"] = raw_text(fonts.css + std::string(style_sheet) +
                               write_look(deck, resources.sheet, fonts.fallback) +
                               markup::stacked_tables_css(stacking_tables, narrow_screens) +
                               (to_left ? std::string(style_to_left) : std::string()));
    values["script"] = raw_text(std::string(script) + (to_left ? keys_to_left : ""));
    values["pictures"] = pictures.definitions();
    values["picture_sources"] = place == Place::beside ? "'self' data:" : "data:";
    for (const std::string part : {"style", "script"})
        values[part + "_hash"] = hash_source(values[part]);
    return {filled(page_template, values), std::move(pictures).take_files()};
}

}  // namespace triptych::deck_html
