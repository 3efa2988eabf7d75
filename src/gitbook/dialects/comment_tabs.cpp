#include "gitbook/dialects/comment_tabs.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "gitbook/dialects/neighbour_blocks.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::string_view tabs_front = "<!-- tabs:start -->", tabs_back = "<!-- tabs:end -->";

/// The level of the first heading in tabs whose text begins at `at`, before which no text stands;
/// 0 when there is none.
std::size_t level_of_tabs(std::string_view text, std::size_t at) {
    at = skip_white_space(text, at);
    return heading_level(line_at(text, at));
}

/// `** Title **` as the plugin shows it.
std::string label_of(std::string_view heading) {
    std::string label;
    for (const char c : heading)
        if (c != '*' && c != '#') label += c;
    return as_value(text::trim(label));
}

}  // namespace

std::optional<MappedText> comment_tabs_as_tags(const MappedText& source) {
    const std::string_view text = source.text();
    if (text.find(tabs_front) == text.npos) return std::nullopt;
    const std::size_t found = text.rfind(tabs_back), last_end = found == text.npos ? 0 : found;
    MappedText out(source.file());
    std::optional<Fence> fence;
    std::size_t level = 0;  // of the headings of the tabs that are open
    bool in_tab = false;
    const auto put = [&](const std::string& line, std::size_t at) {
        out.insert(line + "\n", source.origin(at));
    };
    const auto end_tab = [&](std::size_t at) {
        if (!out.text().ends_with('\n')) put("", at);
        if (in_tab) put("{% endtab %}", at);
        in_tab = false;
    };
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = end_of_line(text, begin), next = behind_line(text, begin);
        const std::string_view line = text.substr(begin, end - begin), bare = text::trim(line);
        const bool code = fence.has_value();
        if (code && closes(line, *fence)) fence.reset();
        if (!code) fence = opened_fence(line);
        if (!code && level == 0 && bare == tabs_front && end < last_end &&
            level_of_tabs(text, next) != 0) {
            level = level_of_tabs(text, next);
            put("{% tabs %}", begin);
        } else if (!code && level != 0 && bare == tabs_back) {
            end_tab(begin);
            put("{% endtabs %}", begin);
            level = 0;
        } else if (!code && level != 0 && heading_level(line) == level) {
            end_tab(begin);
            put("{% tab title=\"" + label_of(line) + "\" %}", begin);
            in_tab = true;
        } else {
            out.append(source, begin, next);
        }
        begin = next;
    }
    return out;
}

}  // namespace triptych::gitbook
