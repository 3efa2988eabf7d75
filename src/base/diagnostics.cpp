#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <triptych/diagnostics.hpp>

#include "base/text.hpp"

namespace triptych {

namespace {

struct KindFacts {
    std::string_view slug;
    Severity severity;
};

constexpr KindFacts facts[] = {
#define TRIPTYCH_KIND(name, slug, severity) {slug, Severity::severity},
#include <triptych/diagnostic_kinds.def>
#undef TRIPTYCH_KIND
};

constexpr std::size_t widest_excerpt = 100;  ///< columns of source shown under a finding
constexpr std::size_t excerpt_before = 40;   ///< columns kept before the caret when clipped

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    }));
}

/// Columns a terminal gives to a code point (UAX 11).
std::size_t columns_of(char32_t code_point) {
    const auto c = static_cast<UChar32>(code_point);
    if (c < 0x300) return 1;
    const int category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR)
        return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// A code point as it may go to a terminal: no control character gets through.
char32_t printable(char32_t code_point) {
    if (code_point == '\t') return ' ';
    if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) return 0xFFFD;
    return code_point;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();)
        text::append_code_point(out, printable(text::next_code_point(text, at)));
    return out;
}

/// A line of source, and the bytes of it that a finding is about.
struct Marked {
    std::string_view line;
    std::size_t begin = 0, end = 0;
};

/// Moves `at` back by at most `count` code points.
std::size_t step_back(std::string_view line, std::size_t at, std::size_t count) {
    for (; count > 0 && at > 0; --count) {
        --at;
        for (int byte = 0; byte < 3 && at > 0 && (line[at] & 0xC0) == 0x80; ++byte) --at;
    }
    return at;
}

/// The source line and its underline, clipped around the mark when the line is long.
std::string excerpt(const Marked& marked) {
    std::size_t at = 0;
    if (marked.line.size() > widest_excerpt)
        at = step_back(marked.line, marked.begin, excerpt_before);
    std::string source = at > 0 ? " …" : " ";
    std::string underline = at > 0 ? "  " : " ";
    std::size_t columns = 0;
    while (at < marked.line.size() && columns < widest_excerpt) {
        const std::size_t begin = at;
        const char32_t c = printable(text::next_code_point(marked.line, at));
        const char mark = begin == marked.begin                        ? '^'
                          : begin > marked.begin && begin < marked.end ? '~'
                                                                       : ' ';
        text::append_code_point(source, c);
        underline.append(columns_of(c), mark);
        columns += columns_of(c);
    }
    if (at < marked.line.size()) source += "…";
    if (marked.begin >= marked.line.size()) underline += '^';
    underline.erase(underline.find_last_not_of(' ') + 1);
    return source + '\n' + underline + '\n';
}

std::string_view line_around(std::string_view text, std::size_t line_begin) {
    std::string_view line = text.substr(line_begin);
    line = line.substr(0, line.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

std::string_view slug(Kind kind) { return facts[static_cast<std::size_t>(kind)].slug; }

Severity severity(Kind kind) { return facts[static_cast<std::size_t>(kind)].severity; }

const std::vector<Kind>& all_kinds() {
    static const std::vector<Kind> kinds = {
#define TRIPTYCH_KIND(name, slug, severity) Kind::name,
#include <triptych/diagnostic_kinds.def>
#undef TRIPTYCH_KIND
    };
    return kinds;
}

FileId Sources::add(std::string name, std::string text) {
    std::vector<std::uint32_t> lines = {0};
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
        lines.push_back(static_cast<std::uint32_t>(at + 1));
    files_.push_back({std::move(name), std::move(text), std::move(lines)});
    return static_cast<FileId>(files_.size() - 1);
}

std::string_view Sources::name(FileId file) const {
    const auto at = static_cast<std::size_t>(file);
    return at < files_.size() ? std::string_view(files_[at].name) : std::string_view();
}

std::string_view Sources::text(FileId file) const {
    const auto at = static_cast<std::size_t>(file);
    return at < files_.size() ? std::string_view(files_[at].text) : std::string_view();
}

Location Sources::locate(Span span) const {
    const auto id = static_cast<std::size_t>(span.file);
    if (id >= files_.size()) return {};
    const File& file = files_[id];
    const std::size_t at = std::min<std::size_t>(span.begin, file.text.size());
    const auto next = std::upper_bound(file.line_starts.begin(), file.line_starts.end(), at);
    const std::size_t begin = *std::prev(next);
    const auto before = std::string_view(file.text).substr(begin, at - begin);
    return {file.name, static_cast<std::size_t>(next - file.line_starts.begin()),
            count_code_points(before) + 1, std::string(line_around(file.text, begin))};
}

void Diagnostics::report(Kind kind, Span span, std::string message, std::string hint) {
    all_.push_back({kind, span, std::move(message), std::move(hint)});
}

void Diagnostics::append(Diagnostics other) {
    all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()),
                std::make_move_iterator(other.all_.end()));
}

bool Diagnostics::has_errors() const {
    return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& diagnostic) {
        return severity(diagnostic.kind) == Severity::error;
    });
}

void Diagnostics::sort_and_deduplicate() {
    const auto place = [](const Diagnostic& d) {
        return std::tie(d.span.file, d.span.begin, d.kind, d.span.end, d.message, d.hint);
    };
    std::sort(all_.begin(), all_.end(),
              [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
    all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
}

std::string to_text(const Diagnostic& diagnostic, const Sources& sources) {
    const Location place = sources.locate(diagnostic.span);
    std::string out;
    if (place.line > 0)
        out = fmt::format("{}:{}:{}: ", printable(place.file), place.line, place.column);
    out += fmt::format("{}[{}]: {}\n", name(severity(diagnostic.kind)), slug(diagnostic.kind),
                       printable(diagnostic.message));
    if (place.line > 0) {
        std::size_t begin = 0;
        for (std::size_t i = 1; i < place.column; ++i)
            text::next_code_point(place.source_line, begin);
        const std::size_t length = diagnostic.span.end > diagnostic.span.begin
                                       ? diagnostic.span.end - diagnostic.span.begin
                                       : 0;
        out += excerpt({place.source_line, begin, begin + length});
    }
    if (!diagnostic.hint.empty()) out += "  hint: " + printable(diagnostic.hint) + '\n';
    return out;
}

}  // namespace triptych
