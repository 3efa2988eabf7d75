#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "base/excerpt.hpp"
#include "findings/forms.hpp"

namespace triptych {

namespace {

constexpr std::size_t most_of_a_kind = 100;            ///< causes that are shown
constexpr std::size_t most_of_a_kind_verbose = 1'000;  ///< with --verbose
constexpr std::size_t most_other_places = 5;           ///< named behind the first
constexpr std::size_t most_other_places_verbose = 200;
constexpr std::size_t most_particulars = 8;

std::string count_of(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

class TextTeller {
public:
    TextTeller(const Findings& findings, const Sources& sources, const Telling& telling)
        : findings_(findings), sources_(sources), telling_(telling) {}

    std::string tell() {
        for (const Finding& finding : findings_.all)
            if (telling_.verbose || finding.severity != Severity::note) this->finding(finding);
        if (!telling_.verbose) notes();
        for (const auto& [kind, shown] : shown_) too_many(kind, shown);
        for (const auto& [kind, more] : findings_.left_out)
            out_ += fmt::format("{}: {} more were found than are kept\n", slug(kind), more);
        return std::move(out_);
    }

private:
    std::size_t most_shown() const {
        return telling_.verbose ? most_of_a_kind_verbose : most_of_a_kind;
    }

    std::string place(Span span) const {
        const Location at = sources_.locate(span);
        if (at.line == 0) return {};
        return fmt::format("{}:{}:{}", printable(at.file), at.line, at.column);
    }
    /// The line that says what it is.
    std::string head(const Finding& finding) const {
        const std::string at = place(finding.places.front());
        return fmt::format("{}{}{}[{}]: {}", at, at.empty() ? "" : ": ", name(finding.severity),
                           slug(finding.kind), printable(finding.message));
    }

    void finding(const Finding& finding) {
        if (++shown_[finding.kind] > most_shown()) return;
        const bool folded = finding.places.size() > 1;
        out_ += head(finding);
        if (folded && finding.particulars.size() < 2)
            out_ += fmt::format(" ({} times, first here)", finding.places.size());
        if (finding.particulars.size() > 1) out_ += ", first here";
        out_ += '\n';
        excerpt_once(finding.places.front());
        if (!finding.hint.empty()) out_ += "  hint: " + printable(finding.hint) + '\n';
        if (finding.particulars.size() > 1) particulars(finding);
        if (folded && finding.particulars.size() < 2) other_places(finding);
    }
    /// Findings at one place share its source.
    void excerpt_once(Span span) {
        if (sources_.locate(span).line == 0) return;
        if (quoted_.emplace(span.file, span.begin, span.end).second)
            out_ += excerpt(sources_.locate(span), span);
    }
    void particulars(const Finding& finding) {
        const std::size_t most = telling_.verbose ? most_other_places_verbose : most_particulars;
        const std::size_t shown = std::min(most, finding.particulars.size());
        const std::size_t same = same_words(finding.particulars);
        for (std::size_t i = 0; i < shown; ++i)
            out_ += (i == 0 ? "  " : ", ") + printable(finding.particulars[i].substr(same));
        const std::size_t more = finding.particulars.size() - shown;
        out_ += more > 0 ? fmt::format(" and {} more\n", more) : "\n";
    }
    /// Bytes at the start of all messages that are the same words.
    static std::size_t same_words(const std::vector<std::string>& messages) {
        std::string_view same = messages.front();
        for (const std::string& message : messages) {
            std::size_t length = 0;
            while (length < std::min(same.size(), message.size()) &&
                   same[length] == message[length])
                ++length;
            same = same.substr(0, length);
        }
        const std::size_t space = same.rfind(' ');
        return space == std::string_view::npos ? 0 : space + 1;
    }
    void other_places(const Finding& finding) {
        const std::size_t most = telling_.verbose ? most_other_places_verbose : most_other_places;
        const std::size_t shown = std::min(most, finding.places.size() - 1);
        for (std::size_t i = 1; i <= shown; ++i)
            out_ += (i == 1 ? "  also at " : ", ") + place(finding.places[i]);
        const std::size_t more = finding.places.size() - 1 - shown;
        out_ += more > 0 ? fmt::format(" and {} more\n", more) : "\n";
    }

    /// One line a kind of note: its first one, and how many there are.
    void notes() {
        std::vector<std::pair<const Finding*, std::size_t>> kinds;
        for (const Finding& finding : findings_.all) {
            if (finding.severity != Severity::note) continue;
            const auto known = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) {
                return kind.first->kind == finding.kind;
            });
            if (known == kinds.end())
                kinds.emplace_back(&finding, finding.count());
            else
                known->second += finding.count();
        }
        for (const auto& [first, count] : kinds) {
            out_ += head(*first);
            if (count > 1)
                out_ += fmt::format(" (and {} more of this kind; --verbose shows all)", count - 1);
            out_ += '\n';
        }
    }

    void too_many(Kind kind, std::size_t shown) {
        if (shown > most_shown())
            out_ += fmt::format("{}: {} more are not shown{}\n", slug(kind), shown - most_shown(),
                                telling_.verbose ? "" : " (--verbose shows more)");
    }

    const Findings& findings_;
    const Sources& sources_;
    const Telling& telling_;
    std::string out_;
    std::map<Kind, std::size_t> shown_;
    std::set<std::tuple<FileId, std::uint32_t, std::uint32_t>> quoted_;
};

/// How many there are of each kind: the most serious first, then the most frequent.
std::string table(const Findings& findings) {
    using Row = std::tuple<Severity, std::size_t, Kind>;
    std::map<std::pair<Severity, Kind>, std::size_t> counts;
    for (const Finding& finding : findings.all)
        counts[{finding.severity, finding.kind}] += finding.count();
    std::vector<Row> rows;
    for (const auto& [key, count] : counts) {
        const auto more = findings.left_out.find(key.second);
        rows.emplace_back(key.first, count + (more == findings.left_out.end() ? 0 : more->second),
                          key.second);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return std::tie(std::get<0>(b), std::get<1>(b)) < std::tie(std::get<0>(a), std::get<1>(a));
    });
    std::string out;
    for (const auto& [severity, count, kind] : rows)
        out += fmt::format("  {:>5}  {:<8} {}\n", count, name(severity), slug(kind));
    return out;
}

}  // namespace

std::string summary_of(const Findings& findings) {
    std::map<Severity, std::size_t> counts;
    for (const Finding& finding : findings.all) counts[finding.severity] += finding.count();
    for (const auto& [kind, more] : findings.left_out) counts[severity(kind)] += more;
    std::string out = fmt::format(
        "{}{}, {}, {}", table(findings), count_of(counts[Severity::error], "error"),
        count_of(counts[Severity::warning], "warning"), count_of(counts[Severity::note], "note"));
    if (findings.silenced > 0) out += fmt::format("; {} silenced by the book", findings.silenced);
    if (findings.accepted > 0)
        out += fmt::format("; {} accepted by the baseline", findings.accepted);
    if (findings.gone > 0)
        out += fmt::format("; {} of the baseline are gone: write it anew", findings.gone);
    return out + '\n';
}

std::string findings_as_text(const Findings& findings, const Sources& sources,
                             const Telling& telling) {
    return TextTeller(findings, sources, telling).tell();
}

}  // namespace triptych
