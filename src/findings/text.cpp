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
            line(say("{}: {} more were found than are kept", slug(kind), more));
        return std::move(out_);
    }

private:
    std::string text_of(const Message& message) const {
        return printable(message.in(telling_.language));
    }
    void line(const Message& message) { out_ += message.in(telling_.language) + '\n'; }

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
        return fmt::format("{}{}{}[{}]: {}", at, at.empty() ? "" : ": ",
                           word_for(finding.severity, telling_.language), slug(finding.kind),
                           text_of(finding.message));
    }

    void finding(const Finding& finding) {
        if (++shown_[finding.kind] > most_shown()) return;
        const bool folded = finding.places.size() > 1;
        out_ += head(finding);
        if (folded && finding.particulars.size() < 2)
            out_ += text_of(say(" ({} times, first here)", finding.places.size()));
        if (finding.particulars.size() > 1) out_ += text_of(say(", first here"));
        out_ += '\n';
        excerpt_once(finding.places.front());
        if (!finding.hint.empty())
            line(say("  hint: {}", Message::verbatim(text_of(finding.hint))));
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
        std::vector<std::string> messages;
        for (const Message& message : finding.particulars)
            messages.push_back(message.in(telling_.language));
        const std::size_t same = same_words(messages);
        for (std::size_t i = 0; i < shown; ++i)
            out_ += (i == 0 ? "  " : ", ") + printable(messages[i].substr(same));
        and_more(finding.particulars.size() - shown);
    }
    void and_more(std::size_t more) {
        if (more > 0) out_ += text_of(say_count(more, " and {} more", " and {} more", more));
        out_ += '\n';
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
            out_ += (i == 1 ? text_of(say("  also at ")) : ", ") + place(finding.places[i]);
        and_more(finding.places.size() - 1 - shown);
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
                out_ += text_of(
                    say_count(count - 1, " (and {} more of this kind; --verbose shows all)",
                              " (and {} more of this kind; --verbose shows all)", count - 1));
            out_ += '\n';
        }
    }

    void too_many(Kind kind, std::size_t shown) {
        if (shown <= most_shown()) return;
        const std::size_t more = shown - most_shown();
        line(telling_.verbose
                 ? say_count(more, "{}: {} more is not shown", "{}: {} more are not shown",
                             slug(kind), more)
                 : say_count(more, "{}: {} more is not shown (--verbose shows more)",
                             "{}: {} more are not shown (--verbose shows more)", slug(kind), more));
    }

    const Findings& findings_;
    const Sources& sources_;
    const Telling& telling_;
    std::string out_;
    std::map<Kind, std::size_t> shown_;
    std::set<std::tuple<FileId, std::uint32_t, std::uint32_t>> quoted_;
};

/// How many there are of each kind: the most serious first, then the most frequent.
std::string table(const Findings& findings, MessageLanguage language) {
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
    std::size_t widest = 8;
    for (const Row& row : rows)
        widest = std::max(widest, word_for(std::get<0>(row), language).size());
    std::string out;
    for (const auto& [severity, count, kind] : rows)
        out += fmt::format("  {:>5}  {:<{}} {}\n", count, word_for(severity, language), widest,
                           slug(kind));
    return out;
}

}  // namespace

std::string totals_of(const Findings& findings, MessageLanguage language) {
    std::map<Severity, std::size_t> counts;
    for (const Finding& finding : findings.all) counts[finding.severity] += finding.count();
    for (const auto& [kind, more] : findings.left_out) counts[severity(kind)] += more;
    const std::size_t errors = counts[Severity::error], warnings = counts[Severity::warning],
                      notes = counts[Severity::note];
    std::string out = say("{}, {}, {}", say_count(errors, "{} error", "{} errors", errors),
                          say_count(warnings, "{} warning", "{} warnings", warnings),
                          say_count(notes, "{} note", "{} notes", notes))
                          .in(language);
    const auto add = [&](std::size_t count, const Message& message) {
        if (count > 0) out += "; " + message.in(language);
    };
    const auto [silenced, accepted, gone] =
        std::tuple(findings.silenced, findings.accepted, findings.gone);
    add(silenced,
        say_count(silenced, "{} silenced by the book", "{} silenced by the book", silenced));
    add(accepted, say_count(accepted, "{} accepted by the baseline", "{} accepted by the baseline",
                            accepted));
    add(gone, say_count(gone, "{} of the baseline is gone: write it anew",
                        "{} of the baseline are gone: write it anew", gone));
    return out;
}

std::string summary_of(const Findings& findings, MessageLanguage language) {
    return table(findings, language) + totals_of(findings, language) + '\n';
}

std::string findings_as_text(const Findings& findings, const Sources& sources,
                             const Telling& telling) {
    return TextTeller(findings, sources, telling).tell();
}

}  // namespace triptych
