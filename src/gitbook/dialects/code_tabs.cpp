#include "gitbook/dialects/code_tabs.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/syntax/line_marks.hpp"
#include "gitbook/syntax/tag.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::string_view name = "codetabs";

std::optional<Tag> tag_on(std::string_view line) {
    line = text::trim(line);
    return line.starts_with("{%") && line.ends_with("%}") ? parse_tag(line, FileId::none, 0)
                                                          : std::nullopt;
}

CodeTabs::Tab tab_of(const Tag& tag, std::size_t begin) {
    return {std::string(attribute(tag.attributes, "name")),
            std::string(attribute(tag.attributes, "type")), begin, begin};
}

}  // namespace

std::optional<CodeTabs> code_tabs_at(std::string_view text, std::size_t begin) {
    CodeTabs found;
    for (std::size_t at = begin; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::size_t next = std::min(end + 1, text.size());
        const auto tag = tag_on(text.substr(at, end - at));
        const bool opens = tag && !tag->ends && tag->name == name;
        if (at == begin && !opens) return std::nullopt;
        const bool ends = tag && tag->ends && tag->name == name;
        if (!found.tabs.empty()) found.tabs.back().end = at;
        if (ends) {
            found.behind = next;
            found.fence = fence_for(text.substr(begin, at - begin));
            return found;
        }
        if (opens || (tag && !tag->ends && tag->name == "language"))
            found.tabs.push_back(tab_of(*tag, next));
        at = next;
    }
    return std::nullopt;
}

void put_code_tabs(const CodeTabs& found, const MappedText& source, std::string_view indent,
                   std::size_t begin, MappedText& out) {
    const std::string margin(indent);
    const auto put = [&](const std::string& line, std::size_t at) {
        out.insert(margin + line + '\n', source.origin(at));
    };
    put("{% tabs %}", begin);
    for (const CodeTabs::Tab& tab : found.tabs) {
        put("{% tab title=\"" + text::replace_all(tab.title, "\"", "\\\"") + "\" %}", tab.begin);
        put(found.fence + tab.language, tab.begin);
        for (std::size_t at = tab.begin; at < tab.end;) {
            const std::size_t next = std::min(source.text().find('\n', at) + 1, tab.end);
            out.insert(margin, source.origin(at));
            out.append(source, at, next);
            at = next;
        }
        put(found.fence, tab.end);
        put("{% endtab %}", tab.end);
    }
    put("{% endtabs %}", found.behind);
}

}  // namespace triptych::gitbook
