#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <triptych/diagnostics.hpp>

#include "base/excerpt.hpp"
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

constexpr std::size_t milestone = 1024;  ///< bytes between two counts of code points

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    }));
}

/// Code points before every `milestone` bytes of `text`.
std::vector<std::uint32_t> milestones_of(std::string_view text) {
    std::vector<std::uint32_t> counts;
    counts.reserve(text.size() / milestone + 1);
    std::size_t before = 0;
    for (std::size_t at = 0; at <= text.size(); at += milestone) {
        counts.push_back(static_cast<std::uint32_t>(before));
        before += count_code_points(text.substr(at, milestone));
    }
    return counts;
}

std::uint64_t hash_of(const Diagnostic& finding) {
    return text::stable_hash(
        fmt::format("{} {} {} {}", static_cast<std::uint32_t>(finding.span.file),
                    finding.span.begin, finding.span.end, finding.message.english()));
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

std::string word_for(Severity severity, MessageLanguage language) {
    switch (severity) {
        case Severity::note:
            return say("note").in(language);
        case Severity::warning:
            return say("warning").in(language);
        case Severity::error:
            break;
    }
    return say("error").in(language);
}

std::string_view slug(Kind kind) { return facts[static_cast<std::size_t>(kind)].slug; }

std::optional<Kind> kind_named(std::string_view wanted) {
    for (const Kind kind : all_kinds())
        if (slug(kind) == wanted) return kind;
    return std::nullopt;
}

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
    std::vector<std::uint32_t> milestones = milestones_of(text);
    std::string called = name;
    files_.push_back({std::move(name), std::move(called), std::move(text), std::move(lines),
                      std::move(milestones)});
    return static_cast<FileId>(files_.size() - 1);
}

std::string_view Sources::name(FileId file) const {
    const auto at = static_cast<std::size_t>(file);
    return at < files_.size() ? std::string_view(files_[at].name) : std::string_view();
}

void Sources::call_files(const std::function<std::string(std::string_view name)>& called) {
    for (File& file : files_) file.called = called(file.name);
}

std::string_view Sources::called(FileId file) const {
    const auto at = static_cast<std::size_t>(file);
    return at < files_.size() ? std::string_view(files_[at].called) : std::string_view();
}

std::string_view Sources::text(FileId file) const {
    const auto at = static_cast<std::size_t>(file);
    return at < files_.size() ? std::string_view(files_[at].text) : std::string_view();
}

Location Sources::locate(Span span) const {
    const auto id = static_cast<std::size_t>(span.file);
    if (id >= files_.size()) return {};
    const File& file = files_[id];
    const std::string_view text = file.text;
    const std::size_t at = std::min<std::size_t>(span.begin, text.size());
    const auto next = std::upper_bound(file.line_starts.begin(), file.line_starts.end(), at);
    const std::size_t begin = *std::prev(next);
    std::size_t end = next == file.line_starts.end() ? text.size() : *next - 1;
    if (end > begin && text[end - 1] == '\r') --end;
    const auto code_points_before = [&](std::size_t byte) {
        const std::size_t from = byte / milestone * milestone;
        return file.milestones[byte / milestone] +
               count_code_points(text.substr(from, byte - from));
    };
    std::size_t shown = std::min(at, end);
    while (shown < end && (text[shown] & 0xC0) == 0x80) ++shown;
    return {file.called, static_cast<std::size_t>(next - file.line_starts.begin()),
            code_points_before(at) - code_points_before(begin) + 1, text.substr(begin, end - begin),
            shown - begin};
}

void Diagnostics::report(Kind kind, Span span, Message message, Message hint) {
    report({kind, span, std::move(message), std::move(hint)});
}

void Diagnostics::report(Diagnostic finding) {
    finding.message.clip(longest_text);
    finding.hint.clip(longest_text);
    finding.cause.clip(longest_text);
    if (!finding.cause.empty() && is_told(finding)) return;
    auto& count = count_[static_cast<std::size_t>(finding.kind)];
    if (count < most_of_a_kind) {
        ++count;
        all_.push_back(std::move(finding));
        return;
    }
    Overflow& overflow = overflow_of(finding.kind);
    if (const auto hash = hash_of(finding); !overflow.kept.contains(hash))
        overflow.more.insert(hash);
}

/// Whether the same is told already, for the same cause; then the earlier place is kept.
bool Diagnostics::is_told(const Diagnostic& finding) {
    const auto [told, is_new] = told_.try_emplace(
        fmt::format("{} {}", slug(finding.kind), finding.message.english()), all_.size());
    if (is_new || told->second >= all_.size()) return !is_new;
    Span& kept = all_[told->second].span;
    const auto order = [](Span span) { return std::tuple(span.file, span.begin, span.end); };
    if (order(finding.span) < order(kept)) kept = finding.span;
    return true;
}

Diagnostics::Overflow& Diagnostics::overflow_of(Kind kind) {
    for (auto& [of, overflow] : overflow_)
        if (of == kind) return overflow;
    Overflow& overflow = overflow_.emplace_back(kind, Overflow{}).second;
    for (const Diagnostic& kept : all_)
        if (kept.kind == kind) overflow.kept.insert(hash_of(kept));
    return overflow;
}

void Diagnostics::append(Diagnostics other) {
    for (Diagnostic& finding : other.all_) report(std::move(finding));
    for (auto& [kind, more] : other.overflow_) {
        Overflow& overflow = overflow_of(kind);
        for (const std::uint64_t hash : more.more)
            if (!overflow.kept.contains(hash)) overflow.more.insert(hash);
    }
}

std::size_t Diagnostics::left_out(Kind kind) const {
    for (const auto& [of, overflow] : overflow_)
        if (of == kind) return overflow.more.size();
    return 0;
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
    told_.clear();
    for (std::size_t i = 0; i < all_.size(); ++i)
        if (!all_[i].cause.empty())
            told_.emplace(fmt::format("{} {}", slug(all_[i].kind), all_[i].message.english()), i);
}

std::string to_text(const Diagnostic& diagnostic, const Sources& sources,
                    MessageLanguage language) {
    const Location place = sources.locate(diagnostic.span);
    std::string out;
    if (place.line > 0)
        out = fmt::format("{}:{}:{}: ", printable(place.file), place.line, place.column);
    out += fmt::format("{}[{}]: {}\n", word_for(severity(diagnostic.kind), language),
                       slug(diagnostic.kind), printable(diagnostic.message.in(language)));
    if (place.line > 0) out += excerpt(place, diagnostic.span);
    if (!diagnostic.hint.empty())
        out += "  " + say("hint: {}", printable(diagnostic.hint.in(language))).in(language) + '\n';
    return out;
}

}  // namespace triptych
