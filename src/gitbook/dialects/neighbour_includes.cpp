#include "gitbook/dialects/neighbour_includes.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/dialects/file_parts.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_directive = 500;
constexpr int deepest_include = 10;

bool is_markdown_name(std::string_view path) {
    const std::string lower = text::lower_case(path.substr(0, path.find(':', 2)));
    return lower.ends_with(".md") || lower.ends_with(".markdown") || lower.ends_with(".mdx");
}

std::string language_of_path(std::string_view path) {
    path = path.substr(0, path.find(':'));
    const std::size_t dot = path.rfind('.');
    return dot == path.npos ? std::string() : std::string(path.substr(dot + 1));
}

/// Whether mdBook hides `line` of a listing, and the line as it is shown otherwise: of Rust those
/// that begin with a lone `#`, where `##` stands for one that is shown.
std::optional<std::string> shown_line(std::string_view line, const Listing& listing) {
    const std::size_t front = skip_spaces(line, 0);
    const std::string_view rest = line.substr(front);
    if (listing.hidden.empty() || !rest.starts_with(listing.hidden)) return std::string(line);
    if (listing.hidden != "#") return std::nullopt;
    if (rest.size() == 1 || rest[1] == ' ') return std::nullopt;
    if (rest[1] == '#') return std::string(line.substr(0, front)).append(rest.substr(1));
    return std::string(line);
}

/// The path in `{!file.md!}` and `{% include-markdown "file.md" %}` of MkDocs' plugins; "" where
/// only a part of the file is meant.
std::string_view plugin_path(std::string_view line) {
    const bool tag = line.starts_with("{%") && line.ends_with("%}");
    if (line.size() < 5 || (!tag && !(line.starts_with("{!") && line.ends_with("!}")))) return {};
    line = text::trim(line.substr(2, line.size() - 4));
    constexpr std::string_view name = "include-markdown ";
    if (!tag && !line.starts_with(name))
        return line.find_first_of("\"' ") == line.npos ? line : std::string_view();
    if (!line.starts_with(name)) return {};
    line = text::trim(line.substr(name.size()));
    if (line.size() < 3 || (line[0] != '"' && line[0] != '\'')) return {};
    const std::size_t close = line.find(line[0], 1);
    const std::string_view rest = line.substr(std::min(close, line.size() - 1) + 1);
    const bool part = rest.find("start=") != rest.npos || rest.find("end=") != rest.npos;
    return close == line.npos || part ? "" : line.substr(1, close - 1);
}

}  // namespace

std::string_view snippet_path(std::string_view line) {
    line = text::trim(line);
    if (const std::string_view path = plugin_path(line); !path.empty()) return path;
    if (line.starts_with("<<< ")) {
        line = text::trim(line.substr(4));
        return line.substr(0, line.find_first_of(" {["));
    }
    const std::size_t scissors = line.find("8<--");
    if (!line.starts_with("-") || scissors == line.npos || scissors > 4) return {};
    line = text::trim(line.substr(scissors + 4));
    return line.size() > 2 && (line[0] == '"' || line[0] == '\'') && line.back() == line[0]
               ? line.substr(1, line.size() - 2)
               : std::string_view();
}

std::string_view docsify_path(std::string_view line) {
    line = text::trim(line);
    const std::size_t open = line.find("](");
    const std::size_t wish = line.find(":include");
    if (!line.starts_with('[') || !line.ends_with(')') || open == line.npos || wish == line.npos)
        return {};
    const std::string_view rest = line.substr(open + 2);
    return rest.substr(0, rest.find_first_of(" \t"));
}

Listing listing_of(std::string_view info, Dialect dialect) {
    if (dialect != Dialect::mdbook) return {};
    constexpr std::string_view key = "hidelines=";
    if (const std::size_t at = info.find(key); at != info.npos) {
        const std::string_view mark = info.substr(at + key.size());
        return {std::string(mark.substr(0, mark.find_first_of(", \t}"))), false};
    }
    const std::string_view language = info.substr(0, info.find_first_of(", \t{"));
    return {language == "rust" || language == "rs" ? "#" : "", false};
}

std::optional<Directive> directive_at(std::string_view text) {
    if (!text.starts_with("{{")) return std::nullopt;
    text = text.substr(0, longest_directive);
    text = text.substr(0, text.find('\n'));
    const std::size_t hash = std::min(text.find_first_not_of(' ', 2), text.size());
    const std::size_t close = text.find("}}", hash);
    if (hash == text.size() || text[hash] != '#' || close == text.npos) return std::nullopt;
    const std::string_view inside = text::trim(text.substr(hash + 1, close - hash - 1));
    const std::size_t space = std::min(inside.find_first_of(" \t"), inside.size());
    return Directive{inside.substr(0, space), text::trim(inside.substr(space)), close + 2};
}

std::optional<Inclusion> Includes::load(std::string_view path, FileId from, Span span) {
    auto found = options_.load ? options_.load(path, from) : std::nullopt;
    if (!found) {
        if (!report_unreadable_include(options_.obstacle, path, from, span, diagnostics_))
            diagnostics_.report(Kind::missing_include, span,
                                say("no file or part '{}' in the book", path),
                                say("correct the path, or add the file"));
        return std::nullopt;
    }
    if (may_include(options_.included, found->text.size() - found->begin, span, diagnostics_))
        return found;
    return std::nullopt;
}

/// The shown lines of a file as code, with what it includes itself.
std::optional<std::string> Includes::code_of(std::string_view path, const Listing& listing,
                                             Span span, int depth) {
    const FileId from = source_.file();
    const auto found = load(path, from, span);
    if (!found) return std::nullopt;
    return with_included(found->text.substr(found->begin), listing, span, depth);
}

std::string Includes::with_included(std::string_view code, const Listing& listing, Span span,
                                    int depth) {
    std::string out;
    while (!code.empty()) {
        const std::string_view line = code.substr(0, code.find('\n'));
        code.remove_prefix(std::min(line.size() + 1, code.size()));
        if (is_anchor_line(line)) continue;
        const std::size_t front = line.find("{{");
        const auto directive = front == line.npos ? std::nullopt : directive_at(line.substr(front));
        if (directive && depth < deepest_include &&
            (directive->name == "include" || directive->name == "rustdoc_include")) {
            const auto inner = code_of(directive->argument, listing, span, depth + 1);
            if (inner) {
                out += *inner + '\n';
                continue;
            }
        }
        if (const auto shown = shown_line(line, listing)) out += *shown + '\n';
    }
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

bool Includes::read_code_line(const LinePlace& line, std::size_t indent, const Listing& listing,
                              MappedText& out) {
    const std::string_view written = source_.text().substr(line.begin, line.end - line.begin);
    const std::uint32_t origin = source_.origin(line.begin);
    const std::size_t front = written.find("{{");
    const auto directive =
        front == written.npos ? std::nullopt : directive_at(written.substr(front));
    const std::string_view snippet = snippet_path(written);
    std::optional<std::string> code;
    const Span span = source_.span(line.begin, line.end);
    if (directive && front > 0 && written[front - 1] == '\\') {
        // A backslash says that the directive is meant as it is.
        out.append(source_, line.begin, line.begin + front - 1);
        out.append(source_, line.begin + front, line.next);
        return true;
    }
    if (directive && (directive->name == "include" || directive->name == "rustdoc_include"))
        code = code_of(directive->argument, listing, span);
    else if (!snippet.empty() && written.find("8<--") != written.npos)
        code = code_of(snippet, listing, span);
    if (code) {
        const std::string margin(indent, ' ');
        for (const std::string_view shown : text::split(*code, '\n'))
            out.insert(margin + std::string(shown) + '\n', origin);
        return true;
    }
    if (listing.hidden.empty() || directive) return false;
    const auto shown = shown_line(written, listing);
    if (shown && *shown == written) return false;
    if (shown) out.insert(*shown + '\n', origin);
    return true;
}

bool Includes::read_line(const LinePlace& line, MappedText& out) {
    const std::string_view written = source_.text().substr(line.begin, line.end - line.begin);
    const std::string_view bare = text::trim(written);
    const auto directive = directive_at(bare);
    const bool whole = directive && directive->length == bare.size();
    std::string_view path;
    bool listing = false;
    if (whole && (directive->name == "include" || directive->name == "rustdoc_include")) {
        path = directive->argument;
    } else if (whole && (directive->name == "playground" || directive->name == "playpen")) {
        path = directive->argument.substr(0, directive->argument.find_first_of(" \t"));
        listing = true;
    } else if (path = snippet_path(bare); path.empty() && options_.dialect == Dialect::docsify) {
        path = docsify_path(bare);
        listing = !is_markdown_name(path);
    } else if (bare.starts_with("<<<")) {
        listing = true;
    }
    if (path.empty() || path.find('"') != path.npos) return false;
    if (listing) {
        put_listing(path, line, out);
        return true;
    }
    const Span span = source_.span(line.begin, line.end);
    auto found = options_.load ? options_.load(path, source_.file()) : std::nullopt;
    if (!found) {
        load(path, source_.file(), span);
        out.append(source_, line.begin, line.next);
        return true;
    }
    const std::uint32_t origin = source_.origin(line.begin);
    const std::size_t front = skip_spaces(written, 0);
    out.insert(
        std::string(written.substr(0, front)) + "{% include \"" + std::string(path) + "\" %}\n",
        origin);
    return true;
}

void Includes::put_listing(std::string_view path, const LinePlace& line, MappedText& out) {
    const std::uint32_t origin = source_.origin(line.begin);
    const std::string language = language_of_path(path);
    const auto code =
        code_of(path, {language == "rs" ? "#" : "", false}, source_.span(line.begin, line.end));
    if (!code) return out.append(source_, line.begin, line.next);
    const std::string fence = fence_for(*code);
    out.insert(
        '\n' + fence + (language == "rs" ? "rust" : language) + '\n' + *code + '\n' + fence + "\n",
        origin);
}

std::optional<std::string> Includes::value(const Directive& directive, std::size_t at) {
    if (directive.name == "title") return std::string();
    const Span span = source_.span(at, at + directive.length);
    if (directive.name == "include" || directive.name == "rustdoc_include")
        return code_of(directive.argument, {}, span);
    if (options_.dialect == Dialect::mdbook)
        diagnostics_.report(Kind::unknown_tag, span,
                            say("directive '{}' is not known; it is kept as text", directive.name));
    return std::nullopt;
}

}  // namespace triptych::gitbook
