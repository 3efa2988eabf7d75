#include <triptych/parity.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>

#include <fmt/format.h>

namespace triptych {

namespace {

constexpr Fate all_fates[] = {Fate::shortened, Fate::moved_to_notes, Fate::replaced,
                              Fate::left_out};

std::string totals(const Parity& output, MessageLanguage language) {
    if (output.entries().empty())
        return say("{}: everything is shown", output.output()).in(language) + '\n';
    std::string out = output.output() + ":";
    for (const Fate fate : all_fates) {
        const auto count =
            std::count_if(output.entries().begin(), output.entries().end(),
                          [&](const ParityEntry& entry) { return entry.fate == fate; });
        if (count > 0)
            out += fmt::format("{} {} {}", out.ends_with(':') ? "" : ",", count,
                               word_for(fate, language));
    }
    if (output.left_out() > 0) out += say(", {} more", output.left_out()).in(language);
    return out + '\n';
}

std::string place(const ParityEntry& entry, const Sources& sources) {
    const Location at = sources.locate(entry.span);
    return at.line == 0 ? "" : fmt::format("{}:{}:{}: ", at.file, at.line, at.column);
}

}  // namespace

std::string_view name(Fate fate) {
    switch (fate) {
        case Fate::shortened:
            return "shortened";
        case Fate::moved_to_notes:
            return "moved-to-notes";
        case Fate::replaced:
            return "replaced";
        case Fate::left_out:
            break;
    }
    return "left-out";
}

std::string word_for(Fate fate, MessageLanguage language) {
    switch (fate) {
        case Fate::shortened:
            return say("shortened").in(language);
        case Fate::moved_to_notes:
            return say("moved-to-notes").in(language);
        case Fate::replaced:
            return say("replaced").in(language);
        case Fate::left_out:
            break;
    }
    return say("left-out").in(language);
}

void Parity::note(Span span, Fate fate, Message what) {
    if (entries_.size() == most_entries) {
        ++left_out_;
        return;
    }
    what.clip(longest_text);
    entries_.push_back({span, fate, std::move(what)});
}

void Parity::append(Parity other) {
    for (ParityEntry& entry : other.entries_) note(entry.span, entry.fate, std::move(entry.what));
    left_out_ += other.left_out_;
}

void Parity::sort() {
    const auto key = [](const ParityEntry& entry) {
        return std::tie(entry.span.file, entry.span.begin, entry.span.end, entry.fate, entry.what);
    };
    std::sort(entries_.begin(), entries_.end(),
              [&](const ParityEntry& a, const ParityEntry& b) { return key(a) < key(b); });
    entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
}

std::string to_text(const std::vector<Parity>& outputs, const Sources& sources,
                    MessageLanguage language) {
    std::string out;
    for (const Parity& output : outputs) {
        for (const ParityEntry& entry : output.entries())
            out += fmt::format("{}: {}{}: {}\n", output.output(), place(entry, sources),
                               word_for(entry.fate, language), entry.what.in(language));
        out += totals(output, language);
    }
    return out;
}

}  // namespace triptych
