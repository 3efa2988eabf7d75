#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <triptych/message.hpp>

namespace triptych {

/// One entry of a catalogue: a translation for each number of things that a language tells apart,
/// or just one.
struct Translation {
    std::vector<std::string> forms;
};

/// Translations by their English, which is the text of the first form; where a catalogue gives a
/// context (`msgctxt`), it stands before that with the byte 4 between, as in gettext.
using Catalogue = std::unordered_map<std::string, Translation>;

/// Reads a catalogue of gettext in its written form (`.po`). Entries that are empty or marked as
/// fuzzy are left out.
Catalogue read_catalogue(std::string_view text);

/// The catalogue of a language, which is carried in the program; nothing for English. A machine
/// needs no locale for it.
const Catalogue* catalogue(MessageLanguage language);

/// The entry of `english` and its key, whose text lives as long as the program.
const Catalogue::value_type* entry_of(std::string_view english, MessageLanguage language);

/// `text` without its context.
std::string_view without_context(std::string_view text);

/// Which form is for `count` things.
std::size_t plural_form(std::uint64_t count, MessageLanguage language);

/// `po/fr.po`.
std::string_view french_catalogue_text();

}  // namespace triptych
