#include "pipeline/reading.hpp"

#include <mutex>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "doc/diagram.hpp"
#include "doc/lists.hpp"
#include "gitbook/book/resolve.hpp"
#include "gitbook/read.hpp"
#include "pipeline/edition_jobs.hpp"
#include "pipeline/languages.hpp"
#include "pipeline/memory.hpp"
#include "pipeline/translations.hpp"
#include "syntax/highlight.hpp"

namespace triptych::pipeline {
namespace {

class Reader {
public:
    Reader(const Request& request, const std::vector<std::string>& schemes, Threads& threads)
        : request_(request),
          schemes_(schemes),
          threads_(threads),
          highlighter_([&request] { return request.modules->syntax(); },
                       request.memory ? &request.memory->state().listings : nullptr) {}

    /// The book itself, in the language asked for.
    std::optional<Reading> read(Result& result) {
        return read(request_.language, !request_.explain.empty(), result, result.diagnostics);
    }
    std::optional<Reading> read_other(const std::string& language, Result& result) {
        Diagnostics findings;
        auto reading = read(language, false, result, findings);
        if (reading) reading->findings = std::move(findings);
        return reading;
    }

    std::map<std::string, std::string> take_pictures() { return std::move(pictures_); }

private:
    std::optional<Reading> read(const std::string& language, bool explain, Result& result,
                                Diagnostics& diagnostics) {
        Reading reading;
        Changes changes;
        gitbook::Options options{.page = request_.page,
                                 .folder = request_.folder,
                                 .language = language,
                                 .others_are_made = makes_all_languages(request_),
                                 .threads = threads_,
                                 .selection = request_.selection,
                                 .schemes = schemes_};
        // While other pages are read: grammars take their time, and one thread.
        if (request_.modules)
            options.page_read = [this](doc::Blocks& blocks) { highlighter_.add(blocks); };
        options.picture_found = [this](const std::string& name, std::string bytes) {
            const std::lock_guard lock(mutex_);
            pictures_.emplace(name, std::move(bytes));
        };
        if (request_.diagrams)
            options.draw_diagram = [this](const doc::Diagram& diagram) { return drawn(diagram); };
        options.planned = [&](doc::Plans planned) { reading.plans = std::move(planned); };
        auto book = gitbook::read(*request_.book, options, result.sources, diagnostics,
                                  explain ? &changes : nullptr);
        if (!book) return std::nullopt;
        reading.book = std::move(*book);
        if (reading.plans.numbered_figures) doc::number_figures(reading.book);
        if (explain) tell(changes, result);
        return reading;
    }

    gitbook::DrawnDiagram drawn(const doc::Diagram& diagram) {
        const std::string_view kind = doc::diagram_kind(diagram.language);
        auto drawing = request_.diagrams->draw(kind, diagram.source);
        if (drawing.picture.empty()) return {{}, std::move(drawing.problem)};
        const std::string name =
            fmt::format("diagrams/{}-{:016x}.{}", kind, text::stable_hash(drawing.picture),
                        drawing.picture.starts_with("\x89PNG") ? "png" : "svg");
        const std::lock_guard lock(mutex_);
        pictures_.emplace(name, std::move(drawing.picture));
        return {name, {}};
    }
    void tell(const Changes& changes, Result& result) const {
        for (const Explanation explanation : request_.explain) {
            const auto& wanted =
                explanation == Explanation::typography ? changes.typography : changes.normalisation;
            result.changes.insert(result.changes.end(), wanted.begin(), wanted.end());
        }
    }

    const Request& request_;
    const std::vector<std::string>& schemes_;
    Threads& threads_;
    std::mutex mutex_;
    std::map<std::string, std::string> pictures_;
    syntax::Highlighter highlighter_;
};

/// Languages that are made, be it for editions, other than the book's.
std::set<std::string> read_languages(const Request& request, const Reading& own) {
    const auto others = other_languages(request, own.plans, own.book.metadata.language);
    std::set<std::string> languages(others.begin(), others.end());
    for (const auto& plan : own.plans.editions)
        if (!plan.language.empty() && plan.language != own.book.metadata.language &&
            is_wanted(plan, request))
            languages.insert(plan.language);
    return languages;
}

/// Findings of another reading that are not those of the first: files may be read twice.
void append_new(const Diagnostics& more, const Sources& sources, Diagnostics& to) {
    const auto key = [&](const Diagnostic& finding) {
        const bool placed = finding.span.file != FileId::none;
        return std::tuple(placed ? std::string(sources.name(finding.span.file)) : std::string(),
                          finding.span.begin, finding.kind, finding.message.english());
    };
    std::set<decltype(key(Diagnostic{}))> known;
    for (const auto& finding : to.all()) known.insert(key(finding));
    for (const auto& finding : more.all())
        if (known.insert(key(finding)).second) to.report(finding);
}

/// Media of `reading` get the numbers that `media` has for them, behind which new ones come.
void join_media(std::vector<doc::Media>& media, Reading& reading) {
    std::unordered_map<std::string, MediaId> known;
    for (std::size_t i = 0; i < media.size(); ++i)
        known.emplace(media[i].path, MediaId{static_cast<std::uint32_t>(i)});
    std::vector<MediaId> ids;
    std::vector<doc::MediaKind> kinds(media.size(), doc::MediaKind::file);
    doc::Book& book = reading.book;
    for (const doc::Media& one : book.media) {
        const auto next = MediaId{static_cast<std::uint32_t>(media.size())};
        const auto [place, is_new] = known.try_emplace(one.path, next);
        if (is_new) {
            media.push_back({one.path, doc::MediaKind::file});
            kinds.push_back(one.kind);
        }
        kinds[index(place->second)] = one.kind;
        ids.push_back(place->second);
    }
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (const auto dark = book.media[i].dark; dark != no_media)
            media[index(ids[i])].dark = ids[index(dark)];
    for (doc::Page& page : book.pages) gitbook::renumber_media(page, ids);
    for (auto* picture : {&book.metadata.cover, &book.metadata.logo})
        if (*picture) *picture = ids[index(**picture)];
    book.media = media;
    for (std::size_t i = 0; i < kinds.size(); ++i) book.media[i].kind = kinds[i];
}

/// What `link_translations` has to say of another language is said of the book, too.
void link_languages(const Request& request, Reading& own, std::map<std::string, Reading>& others,
                    Result& result) {
    std::map<std::string, ReadLanguage> languages;
    const auto report = [&result](Diagnostics* of_language) {
        return [&result, of_language](Kind kind, Span span, const Message& message,
                                      const Message& hint) {
            result.diagnostics.report(kind, span, message, hint);
            if (of_language != nullptr) of_language->report(kind, span, message, hint);
        };
    };
    const std::string& first = own.book.metadata.language;
    for (const auto& tag : other_languages(request, own.plans, first))
        if (const auto other = others.find(tag); other != others.end())
            languages.emplace(tag, ReadLanguage{&other->second, report(&other->second.findings)});
    languages.emplace(first, ReadLanguage{&own, report(nullptr)});
    link_translations(request, languages);
}

}  // namespace

std::optional<Readings> read_book(const Request& request, const std::vector<std::string>& schemes,
                                  Threads& threads, Result& result) {
    Reader reader(request, schemes, threads);
    auto own = reader.read(result);
    if (!own) return std::nullopt;
    Readings readings{std::move(*own), {}, {}};
    std::map<std::string, Reading> others;
    for (const auto& language : read_languages(request, readings.own)) {
        auto other = reader.read_other(language, result);
        if (!other) continue;
        append_new(other->findings, result.sources, result.diagnostics);
        join_media(readings.own.book.media, *other);
        others.emplace(language, std::move(*other));
    }
    if (!readings.own.plans.languages.empty())
        link_languages(request, readings.own, others, result);
    // Links alone ask for it, and it holds the anchors of all pages.
    readings.own.plans.element_at = {};
    // All lists are as long as the last one.
    for (auto& [language, other] : others) {
        other.plans.element_at = {};
        const auto& all = readings.own.book.media;
        for (std::size_t i = other.book.media.size(); i < all.size(); ++i)
            other.book.media.push_back({all[i].path, doc::MediaKind::file, all[i].dark});
        readings.others.emplace(language, std::make_shared<const Reading>(std::move(other)));
    }
    readings.pictures = reader.take_pictures();
    return readings;
}

}  // namespace triptych::pipeline
