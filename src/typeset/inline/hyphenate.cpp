#include "typeset/inline/hyphenate.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <optional>

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include "base/language_tag.hpp"
#include "base/text.hpp"

namespace triptych::typeset {

namespace {

constexpr int least_before = 2, least_behind = 3;
/// Longer runs of letters are no words.
constexpr std::size_t longest_word = 200;

struct FreeDictionary {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

HyphenDict* load(const std::string& dictionary) {
    if (dictionary.empty()) return nullptr;
    // Opened for reading only: fmemopen never writes to the buffer.
    std::FILE* file = fmemopen(const_cast<char*>(dictionary.data()), dictionary.size(), "r");
    if (file == nullptr) return nullptr;
    HyphenDict* loaded = hnj_hyphen_load_file(file);
    std::fclose(file);
    return loaded;
}

/// A word in lower case, with the byte offset of each of its letters and of its end.
struct Letters {
    std::u16string lower;
    std::vector<std::uint32_t> offsets;
};

std::optional<Letters> letters_of(std::string_view word) {
    Letters letters;
    for (std::size_t at = 0; at < word.size();) {
        letters.offsets.push_back(static_cast<std::uint32_t>(at));
        const auto lower = u_tolower(static_cast<UChar32>(text::next_code_point(word, at)));
        if (lower > 0xFFFF) return std::nullopt;
        letters.lower += static_cast<char16_t>(lower);
    }
    letters.offsets.push_back(static_cast<std::uint32_t>(word.size()));
    return letters;
}

std::string to_utf8(const std::u16string& letters) {
    std::string out;
    for (const char16_t unit : letters) text::append_code_point(out, unit);
    return out;
}

/// Every letter as one byte of the dictionary's encoding; nothing when it has none.
std::optional<std::string> to_bytes(const std::u16string& letters, UConverter* converter) {
    std::string out(letters.size() * 4, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto size =
        ucnv_fromUChars(converter, out.data(), static_cast<std::int32_t>(out.size()),
                        letters.data(), static_cast<std::int32_t>(letters.size()), &status);
    if (U_FAILURE(status) || static_cast<std::size_t>(size) != letters.size()) return std::nullopt;
    out.resize(letters.size());
    return out;
}

/// What `hnj_hyphen_hyphenate3` allocates for words that change their spelling when parted.
struct Changes {
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    std::size_t size = 0;

    explicit Changes(std::size_t letters) : size(letters) {}
    Changes(const Changes&) = delete;
    Changes& operator=(const Changes&) = delete;
    ~Changes() {
        for (std::size_t i = 0; replacements != nullptr && i < size; ++i) {
            std::free(replacements[i]);
        }
        std::free(replacements);
        std::free(positions);
        std::free(cuts);
    }
    bool at(std::size_t letter) const {
        return replacements != nullptr && letter < size && replacements[letter] != nullptr;
    }
};

/// Languages that are written without hyphens at the ends of lines.
constexpr std::string_view undivided[] = {"ar", "bo", "dv", "fa", "he", "ja", "km", "ko", "lo",
                                          "my", "ps", "sd", "th", "ug", "ur", "vi", "yi", "zh"};

std::optional<std::string> find_dictionary(const Files& folder, std::string_view language) {
    std::string name(language);
    for (char& c : name) c = c == '-' ? '_' : c;
    const std::string primary = "hyph_" + primary_language(language);
    for (const std::string& path : {"hyph_" + name + ".dic", primary + ".dic"})
        if (folder.is_file(path)) return path;
    for (const std::string& path : folder.list(""))
        if (path.starts_with(primary + "_") && path.ends_with(".dic")) return path;
    return std::nullopt;
}

std::optional<std::string> read_dictionary(const Files& folder, std::string_view language) {
    const auto path = find_dictionary(folder, language);
    return path ? folder.read(*path) : std::nullopt;
}

}  // namespace

struct Patterns::State {
    std::unique_ptr<HyphenDict, FreeDictionary> dictionary;
    std::unique_ptr<UConverter, CloseConverter> converter;  ///< null: the dictionary is in UTF-8
    mutable std::mutex mutex;                               ///< a converter has a state
};

Patterns::Patterns(const std::string& dictionary) : state_(std::make_unique<State>()) {
    state_->dictionary.reset(load(dictionary));
    if (!state_->dictionary || state_->dictionary->utf8 != 0) return;
    UErrorCode status = U_ZERO_ERROR;
    state_->converter.reset(ucnv_open(state_->dictionary->cset, &status));
    if (U_FAILURE(status)) {
        state_->dictionary.reset();
        return;
    }
    ucnv_setFromUCallBack(state_->converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr,
                          nullptr, &status);
}

Patterns::~Patterns() = default;

void Patterns::append_points(std::string_view word, std::vector<std::uint32_t>& points) const {
    if (!state_->dictionary || word.size() > longest_word) return;
    const std::optional<Letters> letters = letters_of(word);
    if (!letters || letters->lower.size() < least_before + least_behind) return;
    std::optional<std::string> encoded = to_utf8(letters->lower);
    if (state_->converter) {
        const std::lock_guard lock(state_->mutex);
        encoded = to_bytes(letters->lower, state_->converter.get());
    }
    if (!encoded) return;
    std::string marks(encoded->size() + 5, '\0');
    Changes changes(encoded->size());
    if (hnj_hyphen_hyphenate3(state_->dictionary.get(), encoded->data(),
                              static_cast<int>(encoded->size()), marks.data(), nullptr,
                              &changes.replacements, &changes.positions, &changes.cuts,
                              least_before, least_behind, least_before, least_behind) != 0) {
        return;
    }
    const std::size_t count = letters->lower.size();
    for (std::size_t i = least_before - 1; i + least_behind < count; ++i) {
        if ((marks[i] & 1) != 0 && !changes.at(i)) points.push_back(letters->offsets[i + 1]);
    }
}

const Patterns* Hyphenation::patterns(const Files& folder, std::string_view language) {
    const std::lock_guard lock(mutex_);
    const auto found = loaded_.find(language);
    if (found != loaded_.end()) return found->second.get();
    const std::optional<std::string> dictionary = read_dictionary(folder, language);
    std::unique_ptr<Patterns> patterns;
    if (dictionary) patterns = std::make_unique<Patterns>(*dictionary);
    return loaded_.emplace(std::string(language), std::move(patterns)).first->second.get();
}

bool is_hyphenated(std::string_view language) {
    const std::string primary = primary_language(language);
    return std::find(std::begin(undivided), std::end(undivided), primary) == std::end(undivided);
}

bool can_hyphenate(const Files& folder, std::string_view language) {
    return !is_hyphenated(language) || find_dictionary(folder, language).has_value();
}

bool may_hyphenate(std::string_view letters, Place place) {
    int capitals = 0;
    bool first_is_capital = false;
    for (std::size_t at = 0; at < letters.size();) {
        const bool first = at == 0;
        const bool capital =
            u_isUUppercase(static_cast<UChar32>(text::next_code_point(letters, at)));
        capitals += capital ? 1 : 0;
        if (first) first_is_capital = capital;
    }
    if (capitals == 0) return true;
    return capitals == 1 && first_is_capital && place == Place::sentence_start;
}

}  // namespace triptych::typeset
