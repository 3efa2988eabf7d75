#include "booklet/slip_words.hpp"

#include <cstdint>
#include <numeric>

#include <fmt/format.h>

#include "base/vocabulary.hpp"

namespace triptych::booklet {
namespace {

enum class SlipWord : std::uint8_t {
#define TRIPTYCH_SLIP_WORD(name, text) name,
#include "booklet/words/en.def"
#undef TRIPTYCH_SLIP_WORD
    count_
};

#define TRIPTYCH_WORDS_OF(tag) <booklet/words/tag.def>
#define TRIPTYCH_SLIP_WORD(name, text) NamedWord{#name, text},
// clang-format off
constexpr Vocabularies<static_cast<std::size_t>(SlipWord::count_)> slip_vocabularies = {{
#include "base/every_language.def"
}};
// clang-format on
#undef TRIPTYCH_WORDS_OF
#undef TRIPTYCH_SLIP_WORD
static_assert(is_complete(slip_vocabularies));

/// The sentences of one language.
class Phrases {
public:
    explicit Phrases(std::string_view language)
        : words_(vocabulary_of(slip_vocabularies, language)) {}
    std::string_view operator[](SlipWord word) const {
        return words_.words[static_cast<std::size_t>(word)].text;
    }

private:
    const Vocabulary<static_cast<std::size_t>(SlipWord::count_)>& words_;
};

/// "4 + 4 + 3"
std::string listed(const std::vector<std::size_t>& gatherings) {
    std::string text;
    for (const std::size_t sheets : gatherings) {
        text += fmt::format("{}{}", text.empty() ? "" : " + ", sheets);
    }
    return text;
}

void add_binding(const Imposition& imposition, const std::vector<std::size_t>& gatherings,
                 const Phrases& words, std::vector<std::string>& steps) {
    switch (imposition.binding) {
        case Binding::saddle:
            for (const std::string_view step :
                 {words[SlipWord::keep_order], words[SlipWord::fold_all], words[SlipWord::staple]})
                steps.emplace_back(step);
            return;
        case Binding::signatures:
            steps.push_back(
                fmt::format(fmt::runtime(words[SlipWord::fold_gatherings]), listed(gatherings)));
            steps.emplace_back(words[SlipWord::sew]);
            return;
        case Binding::two_up:
            steps.emplace_back(words[SlipWord::cut]);
            return;
    }
}

}  // namespace

SlipWords slip_words(const Imposition& imposition, const std::vector<std::size_t>& gatherings,
                     std::string_view language) {
    const Phrases words(language);
    const std::size_t sheets = std::accumulate(gatherings.begin(), gatherings.end(), std::size_t{});
    SlipWords slip;
    slip.title = words[SlipWord::title];
    slip.summary = sheets == 1 ? std::string(words[SlipWord::one_sheet])
                               : fmt::format(fmt::runtime(words[SlipWord::sheets]), sheets);
    const bool is_short = imposition.duplex == Duplex::short_edge;
    for (const std::string_view step :
         {words[SlipWord::print_rest], words[SlipWord::full_size],
          is_short ? words[SlipWord::short_edge] : words[SlipWord::long_edge]}) {
        slip.steps.emplace_back(step);
    }
    add_binding(imposition, gatherings, words, slip.steps);
    if (imposition.marks) slip.steps.emplace_back(words[SlipWord::trim]);
    return slip;
}

}  // namespace triptych::booklet
