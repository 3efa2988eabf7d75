#include "gitbook/syntax/placeholders.hpp"

#include <charconv>

#include "base/text.hpp"
#include "gitbook/syntax/scanned_text.hpp"

namespace triptych::gitbook {
namespace {

std::optional<std::size_t> read_number(std::string_view text, std::size_t& at) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
    if (error != std::errc{}) return std::nullopt;
    at = static_cast<std::size_t>(end - text.data());
    return number;
}

}  // namespace

std::optional<std::size_t> tag_placeholder(std::string_view line) {
    const std::string_view content = text::trim(line);
    if (!content.starts_with(tag_front) || !content.ends_with(tag_back)) return std::nullopt;
    std::size_t at = tag_front.size();
    const auto number = read_number(content, at);
    return at + tag_back.size() == content.size() ? number : std::nullopt;
}

bool has_tag_placeholder(std::string_view text) {
    return text.find(tag_front) != std::string_view::npos;
}

std::optional<std::size_t> formula_placeholder(std::string_view text, std::size_t& at) {
    if (text.substr(at, formula_front.size()) != formula_front) return std::nullopt;
    std::size_t behind = at + formula_front.size();
    const auto number = read_number(text, behind);
    if (!number || text.substr(behind, formula_back.size()) != formula_back) return std::nullopt;
    at = behind + formula_back.size();
    return number;
}

namespace {

std::string restore_formulas(const ScannedText& scanned, std::string text) {
    if (text.find(formula_front) == std::string::npos) return text;
    std::string restored;
    for (std::size_t at = 0; at < text.size();) {
        const auto formula = formula_placeholder(text, at);
        if (formula && *formula < scanned.formulas.size())
            restored += scanned.formulas[*formula].source;
        else if (at < text.size())
            restored += text[at++];
    }
    return restored;
}

}  // namespace

MappedText with_written_tags(const ScannedText& scanned, const MappedText& html) {
    const std::string_view text = html.text();
    MappedText restored(html.file());
    std::size_t done = 0;
    for (std::size_t front = text.find(tag_front); front != std::string_view::npos;
         front = text.find(tag_front, front + 1)) {
        std::size_t at = front + tag_front.size();
        const auto number = read_number(text, at);
        if (!number || *number >= scanned.tags.size()) continue;
        const Tag& tag = scanned.tags[*number];
        const bool extra_line =
            tag.blank_before && text.substr(done, front - done).ends_with("\n\n");
        restored.append(html, done, front - (extra_line ? 1 : 0));
        restored.insert(tag.source, html.origin(front));
        done = at + tag_back.size();
    }
    restored.append(html, done, text.size());
    return restored;
}

std::string restore_placeholders(const ScannedText& scanned, std::string text) {
    text = text::replace_all(restore_formulas(scanned, std::move(text)), emphasis_gap, "");
    std::size_t front = text.find(tag_front);
    if (front == std::string::npos) return text;
    std::string restored;
    std::size_t done = 0;
    for (; front != std::string::npos; front = text.find(tag_front, front + 1)) {
        std::size_t at = front + tag_front.size();
        const auto number = read_number(text, at);
        if (!number || *number >= scanned.tags.size()) continue;
        const Tag& tag = scanned.tags[*number];
        restored.append(text, done, front - done);
        const bool extra_line = tag.blank_before && restored.ends_with('\n') &&
                                (restored.size() == 1 || restored.ends_with("\n\n"));
        if (extra_line) restored.pop_back();
        restored += tag.source;
        done = at + tag_back.size();
    }
    restored.append(text, done);
    return restored;
}

}  // namespace triptych::gitbook
