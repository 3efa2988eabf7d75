#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/language_tag.hpp"

/// The few words the program itself prints beside the author's text, by language.
namespace triptych {

enum class Word : std::uint8_t {
    callout_info,
    callout_success,
    callout_warning,
    callout_danger,
    contents,
    glossary,
    notes,
    note,               ///< before its number
    page_abbreviation,  ///< before a page number: "p."
    image,
    missing_image,
    file,
    video,
    web_page,
    page,
    interface_description,  ///< of an API
    diagram,
    table,
    task_open,
    task_done,
    go_further,
    back_to_text,
    address_code,  ///< before an address that a QR code shows
    cover,
    landmarks,
    printed_pages,
    accessibility_structure,  ///< of the accessibility summary, as are the next two
    accessibility_described,
    accessibility_undescribed,
    links,
    chapter_links,
    on_screen,  ///< what paper can only name
    read_online,
    set_in,          ///< before the names of typefaces
    conjunction,     ///< between the last two things of a list
    continued,       ///< behind the title of a slide that goes on with the one before
    code,            ///< on a slide
    chapters_only,   ///< said where the contents list no pages
    lines_left_out,  ///< of a listing; `{}` is their number …
    lines_online,    ///< … with an address where they can be read
    colon,           ///< with the spaces around it
    in_the_notes,    ///< behind numbers of the next eighteen, which a slide does not show
    point,
    points,
    row,
    rows,
    line,
    lines,
    picture,
    pictures,
    column,
    columns,
    further_table,  ///< beside the one that is shown
    further_tables,
    listing,
    listings,
    explanation,  ///< of a term or title that is shown without it
    explanations,
    warning,
    warnings,
    booklet,     ///< before the number of a page of it
    wrong,       ///< how one of two things is meant, where the author has a sign alone for it …
    right,       ///< … and the other
    programme,   ///< over the parts of a talk
    full_guide,  ///< where a page stands that an edition leaves out …
    online,      ///< … or can be read …
    see,         ///< … before its title
    index,       ///< of terms, as are the next two of figures and tables
    figures,
    tables,
    figure,  ///< before its number
    count_,
};

/// `word` in the language of the tag `language` (BCP 47); English where no translation is known.
std::string_view word_in(std::string_view language, Word word);

/// In which language the program's own words in a text in `language` are, where that is another:
/// "en" where it has none in it; else "".
std::string_view language_of_words(std::string_view language);

/// The tags of all languages that have words, French and English first.
std::vector<std::string_view> languages_with_words();

/// The tag that tables of words have for `language`: "de" for "de-AT", "zh-Hant" for "zh-TW".
std::string vocabulary_tag(std::string_view language);

/// The number of a page as it is printed in a line: "p. 12", "12ページ".
std::string page_words(std::string_view language, std::string_view number);

/// What stands between the things of a list: ", ", "、".
std::string_view list_separator(std::string_view language);

/// What stands between longer things of a list, with the spaces around it: "; ", "؛ ", "；".
std::string_view semicolon(std::string_view language);

/// `words` in brackets, with the space in front of them: " (A)", "（A）".
std::string bracketed(std::string_view words, std::string_view language);

/// A list as a passage of a sentence: "A, B et C", "A、B和C" (CLDR's patterns for lists).
std::string listed(const std::vector<std::string>& things, std::string_view language);

}  // namespace triptych
