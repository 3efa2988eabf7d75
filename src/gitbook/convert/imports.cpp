#include "gitbook/convert/imports.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

/// Value of `name:"value"` or `name=value` in the label of an import.
std::string label_value(std::string_view label, std::string_view name) {
    const std::size_t at = label.find(name);
    if (at == std::string_view::npos) return {};
    std::string_view rest = label.substr(at + name.size());
    if (rest.empty() || (rest[0] != ':' && rest[0] != '=')) return {};
    rest = text::trim(rest.substr(1));
    for (const std::string_view quote : {"\"", "“", "'", "’"})
        if (rest.starts_with(quote)) {
            rest.remove_prefix(quote.size());
            break;
        }
    return std::string(rest.substr(0, std::min(rest.find_first_of("\"',\n"), rest.find("”"))));
}

/// The lines between `// marker:name` comments (HonKit's include-codeblock), or all of them.
std::string marked_lines(std::string_view code, const std::string& marker) {
    std::string kept;
    bool inside = marker.empty();
    for (const std::string_view line : text::split(code, '\n')) {
        const bool mark = line.find("[" + marker + "]") != std::string_view::npos;
        if (!marker.empty() && mark) {
            inside = !inside;
            continue;
        }
        if (inside) kept.append(line).append("\n");
    }
    while (kept.ends_with('\n')) kept.pop_back();
    return kept;
}

/// The lines `first-last` of `import:first-last`, or all of them.
std::string numbered_lines(std::string_view code, std::string_view label) {
    constexpr std::string_view front = "import:";
    std::size_t first = 0, last = 0;
    if (!label.starts_with(front)) return std::string(code);
    const std::string_view range = label.substr(front.size());
    const char* end = range.data() + range.size();
    const auto from = std::from_chars(range.data(), end, first);
    if (from.ec != std::errc{} || first == 0) return std::string(code);
    last = first;
    if (from.ptr != end && *from.ptr == '-') std::from_chars(from.ptr + 1, end, last);
    const auto lines = text::split(code, '\n');
    std::string kept;
    for (std::size_t i = first; i <= std::min(last, lines.size()); ++i)
        kept.append(lines[i - 1]).append("\n");
    if (kept.ends_with('\n')) kept.pop_back();
    return kept;
}

std::string language_of_file(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string() : std::string(path.substr(dot + 1));
}

/// The link that a line holds and nothing else, or null.
const doc::Inline* only_link(const doc::Inlines& line) {
    const doc::Inline* found = nullptr;
    for (const doc::Inline& node : line) {
        const auto* text = std::get_if<doc::Text>(&node.node);
        if (text != nullptr && text::trim(text->text).empty()) continue;
        if (!std::holds_alternative<doc::Link>(node.node) || found != nullptr) return nullptr;
        found = &node;
    }
    return found;
}

bool asks_for_import(std::string_view label) {
    if (!label.starts_with("import")) return false;
    label.remove_prefix(6);
    if (label.empty() || label[0] == ',' || label[0] == ':') return true;
    return label[0] == ' ' && label.find(':') != std::string_view::npos;
}

/// The title, or the word without a name that stands for it.
std::string title_in(std::string_view label) {
    std::string title = label_value(label, "title");
    if (!title.empty()) return title;
    for (const std::string_view part : text::split(label, ',')) {
        const std::string_view word = text::trim(part);
        if (!word.starts_with("import") && word.find_first_of(":=") == std::string_view::npos)
            return std::string(word);
    }
    return {};
}

/// A file as an import asks for it.
struct Import {
    std::string_view label, path, text;
    Span span;
};

std::string code_of(Converter& converter, const Import& import) {
    const std::string marker = label_value(import.label, "marker");
    if (marker.empty()) return numbered_lines(marked_lines(import.text, {}), import.label);
    std::string code = marked_lines(import.text, marker);
    if (!code.empty()) return code;
    converter.diagnostics.report(Kind::missing_include, import.span,
                                 say("no part '{}' in '{}'", marker, import.path),
                                 say("the whole file is shown"));
    return marked_lines(import.text, {});
}

}  // namespace

std::optional<doc::Block> imported_code(Converter& converter, const doc::Inlines& line) {
    const doc::Inline* node = only_link(line);
    if (node == nullptr || !converter.options.load) return std::nullopt;
    const auto& link = std::get<doc::Link>(node->node);
    const auto* label =
        link.body.empty() ? nullptr : std::get_if<doc::Text>(&link.body.front().node);
    if (label == nullptr || !asks_for_import(label->text)) return std::nullopt;
    const std::string& path = std::get<doc::DeadLink>(link.target).written;
    const auto found = converter.options.load(path, converter.file());
    if (!found) return std::nullopt;
    doc::CodeBlock code;
    code.title = title_in(label->text);
    code.language = label_value(label->text, "lang");
    if (code.language.empty()) code.language = language_of_file(path);
    code.text = code_of(converter, {label->text, path, found->text, node->span});
    return doc::Block{std::move(code), node->span};
}

}  // namespace triptych::gitbook
