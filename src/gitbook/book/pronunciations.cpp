#include "gitbook/book/pronunciations.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t most_words = 1000, longest_word = 200;

std::string_view without_frame(std::string_view written) {
    for (const std::string_view frame : {"//", "[]"})
        if (written.size() > 2 && written.front() == frame[0] && written.back() == frame[1])
            return written.substr(1, written.size() - 2);
    return written;
}

/// Capitals and digits are those of other alphabets, such as X-SAMPA; control characters of none.
bool is_in_ipa(std::string_view signs) {
    return signs.size() <= longest_word && text::count_visible(signs) > 0 &&
           std::none_of(signs.begin(), signs.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      std::string_view("<>&/[]{}\\\"\x7F").find(c) != std::string_view::npos ||
                      static_cast<unsigned char>(c) < ' ';
           });
}

}  // namespace

std::vector<doc::Pronunciation> read_pronunciations(const YAML::Node& node,
                                                    const YamlSource& source,
                                                    Diagnostics& diagnostics) {
    std::vector<doc::Pronunciation> out;
    const Message hint = say("write lines such as 'nginx: ˌɛndʒɪnˈɛks'");
    if (node.IsNull()) return out;
    if (!node.IsMap()) {
        diagnostics.report(Kind::invalid_value, span_of(node, source),
                           say("'pronunciation' names no words"), hint);
        return out;
    }
    for (const auto& entry : node) {
        const std::string word = scalar(entry.first), written = scalar(entry.second);
        const std::string_view signs = without_frame(written);
        if (word.size() > longest_word || text::count_visible(word) == 0 || !is_in_ipa(signs)) {
            diagnostics.report(
                Kind::invalid_value, span_of(entry.second, source),
                say("'{}' is not spoken in the International Phonetic Alphabet", written), hint);
            continue;
        }
        if (out.size() < most_words) out.push_back({word, std::string(signs)});
    }
    return out;
}

}  // namespace triptych::gitbook
