#include "gitbook/convert/includes.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

/// Files that include each other twice and again would make a page without end. What reading any
/// file costs counts as `least_included` bytes.
constexpr std::size_t most_included = std::size_t{16} << 20U, least_included = 2048;

std::string_view included_path(const Container& include) {
    for (const TagAttribute& attribute : include.attributes)
        if (attribute.name.empty()) return attribute.value;
    return {};
}

std::optional<Inclusion> load(const Reader& reader, std::string_view path) {
    return reader.options.load ? reader.options.load(path, reader.file()) : std::nullopt;
}

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

}  // namespace

void append_include(Reader& reader, const Container& include, Span span, doc::Blocks& out) {
    const std::string path(included_path(include));
    const auto found = load(reader, path);
    if (!found) {
        reader.diagnostics.report(Kind::missing_include, span,
                                  "included file '" + path + "' does not exist");
        return out.push_back(unsupported("include", path, span));
    }
    if (std::find(reader.including.begin(), reader.including.end(), found->file) !=
        reader.including.end()) {
        reader.diagnostics.report(Kind::include_cycle, span,
                                  "'" + path + "' includes itself and is left out here");
        return;
    }
    reader.body.included += std::max(found->text.size(), least_included);
    if (reader.body.included > most_included) {
        reader.diagnostics.report(Kind::include_cycle, span,
                                  "'" + path +
                                      "' is left out here: the files included in one page add up "
                                      "to more than 16 MB");
        return;
    }
    const Nested nested(reader);
    if (nested.too_deep()) return out.push_back(too_deep(reader, span));
    const ScannedText scanned = scan_tags(found->text, found->file, found->begin,
                                          reader.options.variables, reader.diagnostics);
    Reader inner{reader.options,     scanned,          &scanned.text,
                 found->text,        reader.body,      reader.looks,
                 reader.diagnostics, reader.including, reader.depth};
    inner.including.push_back(found->file);
    for (doc::Block& block : read_document(inner)) out.push_back(std::move(block));
}

bool append_imported_code(Reader& reader, const doc::Inlines& body, Span span, doc::Blocks& out) {
    if (body.size() != 1) return false;
    const auto* link = std::get_if<doc::Link>(&body.front().node);
    if (link == nullptr || link->body.empty()) return false;
    const auto* label = std::get_if<doc::Text>(&link->body.front().node);
    if (label == nullptr || !label->text.starts_with("import")) return false;
    if (label->text.size() > 6 && label->text[6] != ',' && label->text[6] != ':') return false;
    const std::string& path = std::get<doc::DeadLink>(link->target).written;
    const auto found = load(reader, path);
    if (!found) return false;
    std::string title = label_value(label->text, "title");
    const std::string marker = label_value(label->text, "marker");
    std::string code = marked_lines(found->text, marker);
    if (code.empty() && !marker.empty()) {
        reader.diagnostics.report(Kind::missing_include, span,
                                  "no part '" + marker + "' in '" + path + "'",
                                  "the whole file is shown");
        code = marked_lines(found->text, {});
    }
    if (marker.empty()) code = numbered_lines(code, label->text);
    std::string language = label_value(label->text, "lang");
    if (language.empty()) language = language_of_file(path);
    out.push_back(
        {doc::CodeBlock{std::move(language), std::move(title), std::move(code), false, {}}, span});
    return true;
}

}  // namespace triptych::gitbook
