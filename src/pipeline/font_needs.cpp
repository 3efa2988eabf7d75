#include "pipeline/font_needs.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/hyphenation_package.hpp"
#include "base/is_one_of.hpp"
#include "base/script_words.hpp"
#include "base/text.hpp"
#include "doc/walk.hpp"
#include "font/script_packs.hpp"
#include "typeset/inline/hyphenate.hpp"

namespace triptych::pipeline {
namespace {

struct Count {
    std::size_t pack = 0, characters = 0;
    char32_t first = 0;
};

/// The scripts of a text, each with the number of its characters, in the order of the text.
std::vector<std::pair<std::string, Count>> count_scripts(std::string_view words,
                                                         std::string_view language) {
    std::vector<std::pair<std::string, Count>> counts;
    std::map<std::string_view, std::size_t> known;
    std::optional<std::size_t> before;
    for (std::size_t at = 0; at < words.size();) {
        const char32_t c = text::next_code_point(words, at);
        const auto pack = font::pack_of(c, before);
        if (!pack) continue;
        before = pack;
        const auto [place, is_new] = known.try_emplace(script_words(c, language), counts.size());
        if (is_new) counts.push_back({std::string(place->first), {*pack, 0, c}});
        ++counts[place->second].second.characters;
    }
    return counts;
}

}  // namespace

std::vector<FontNeed> font_needs(std::string_view words, std::string_view language,
                                 const Request& request) {
    const auto form = font::han_form(language).value_or(font::HanForm::japanese);
    std::vector<FontNeed> needs;
    for (auto& [script, count] : count_scripts(words, language)) {
        const font::ScriptPack& pack = font::script_packs()[count.pack];
        const auto file = font::pack_file(pack, !pack.serif.empty(), false, form);
        const std::string path = file ? file->path : std::string();
        FontNeed need{
            std::move(script), count.characters, path, std::string(pack.package), false, {}};
        need.installed = request.script_fonts && request.script_fonts->is_file(path);
        if (!need.installed && request.system_fonts)
            if (const auto own = request.system_fonts->find(count.first, language))
                need.system_face = '/' + own->path;
        needs.push_back(std::move(need));
    }
    return needs;
}

void add_languages(const doc::Book& book, std::vector<std::string>& languages) {
    const auto add = [&](const std::string& language) {
        const bool known = is_one_of(language, languages);
        if (!language.empty() && !known) languages.push_back(language);
    };
    std::function<void(const doc::Inlines&)> inlines = [&](const doc::Inlines& body) {
        for (const doc::Inline& node : body) {
            if (const auto* foreign = std::get_if<doc::Foreign>(&node.node)) add(foreign->language);
            doc::for_each_child(node, inlines);
        }
    };
    std::function<void(const doc::Blocks&)> blocks = [&](const doc::Blocks& body) {
        for (const doc::Block& block : body) doc::for_each_child(block, inlines, blocks);
    };
    add(book.metadata.language);
    for (const doc::Page& page : book.pages) {
        blocks(page.body);
        for (const doc::Note& note : page.notes) blocks(note.body);
    }
}

std::vector<HyphenationNeed> hyphenation_needs(const std::vector<std::string>& languages,
                                               const Request& request) {
    std::vector<HyphenationNeed> needs;
    for (const std::string& language : languages) {
        if (!typeset::is_hyphenated(language)) continue;
        const bool installed =
            request.hyphenation && typeset::can_hyphenate(*request.hyphenation, language);
        needs.push_back({language, hyphenation_package(language), installed});
    }
    return needs;
}

std::vector<FontNeed> joined(const std::vector<std::vector<FontNeed>>& needs) {
    std::vector<FontNeed> all;
    for (const auto& some : needs)
        for (const FontNeed& need : some) {
            const auto known = std::find_if(all.begin(), all.end(), [&](const FontNeed& each) {
                return each.script == need.script && each.face == need.face;
            });
            if (known == all.end())
                all.push_back(need);
            else
                known->characters += need.characters;
        }
    return all;
}

}  // namespace triptych::pipeline
