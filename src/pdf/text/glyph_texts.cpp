#include "pdf/text/glyph_texts.hpp"

#include "base/text.hpp"

namespace triptych::pdf {
namespace {

constexpr std::string_view zero_width_space = "\xE2\x80\x8B";
constexpr char32_t behind_cyrillic = 0x530;

std::vector<std::string_view> code_points(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        text::next_code_point(text, at);
        parts.push_back(text.substr(begin, at - begin));
    }
    return parts;
}

}  // namespace

bool has_own_codes(const Cluster& cluster) {
    if (cluster.end - cluster.begin < 2 || cluster.text.empty()) return false;
    std::size_t at = 0;
    return text::next_code_point(cluster.text, at) >= behind_cyrillic;
}

GlyphTexts glyph_texts(const Cluster& cluster, bool right_to_left) {
    const std::size_t count = cluster.end - cluster.begin;
    GlyphTexts out;
    out.texts.assign(count, zero_width_space);
    const auto letters = code_points(cluster.text);
    if (!right_to_left || letters.size() == 1) {
        out.texts.front() = cluster.text;
        out.actual_text = true;
        return out;
    }
    for (std::size_t i = 0; i < count && i < letters.size(); ++i) out.texts[i] = letters[i];
    if (letters.size() > count) {
        const auto from = static_cast<std::size_t>(letters[count - 1].data() - cluster.text.data());
        out.texts.back() = cluster.text.substr(from);
    }
    return out;
}

}  // namespace triptych::pdf
