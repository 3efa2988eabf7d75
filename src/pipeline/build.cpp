#include <triptych/build.hpp>

#include <deque>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/cancel.hpp"
#include "base/check.hpp"
#include "base/parallel.hpp"
#include "deck/deck.hpp"
#include "doc/alternatives.hpp"
#include "doc/walk.hpp"
#include "gitbook/book/metadata.hpp"
#include "image/store.hpp"
#include "pages/pages.hpp"
#include "pdf/write.hpp"
#include "pipeline/font_needs.hpp"
#include "pipeline/languages.hpp"
#include "pipeline/layouts.hpp"
#include "pipeline/load.hpp"
#include "pipeline/outputs.hpp"
#include "pipeline/picture_places.hpp"
#include "pipeline/run_findings.hpp"
#include "pipeline/translations.hpp"
#include "pipeline/work_stage.hpp"
#include "pipeline/works.hpp"

namespace triptych {
namespace {

using pipeline::Loaded;
using pipeline::Work;

/// The request without modules: nothing will be shown.
Request without_modules(Request request) {
    request.modules = nullptr;
    return request;
}

std::optional<Loaded> load_book(const Request& request, Threads& threads, Result& result) {
    const pipeline::WorkStage stage(request, message_id("reading"));
    return pipeline::load(request, threads, result);
}

/// The pictures of all works, each decoded once.
void prepare_pictures(const Request& request, const std::deque<Work>& works) {
    const pipeline::WorkStage stage(request, message_id("pictures"));
    std::vector<image::Wish> wishes;
    for (const Work& work : works) {
        auto more = pipeline::picture_wishes(work.request, work.loaded, work.layouts);
        std::move(more.begin(), more.end(), std::back_inserter(wishes));
    }
    if (!works.empty())
        works.front().loaded.images->prepare(std::move(wishes), works.front().loaded.threads);
}

/// What is said of an edition's output bears its name.
Parity named(Parity parity, const std::string& edition) {
    if (edition.empty()) return parity;
    Parity own(edition + '-' + parity.output());
    own.append(std::move(parity));
    return own;
}

void write(Work& work, Result& result) {
    for (auto& one : pipeline::write_outputs(work.request, work.loaded, work.layouts)) {
        std::move(one.outputs.begin(), one.outputs.end(), std::back_inserter(result.outputs));
        for (auto& parity : one.parity)
            result.parity.push_back(named(std::move(parity), work.edition));
        result.diagnostics.append(std::move(one.diagnostics));
    }
    pipeline::report_fonts(work.loaded, result.diagnostics);
}

/// What booklet and slides have to say once they are set; nothing is drawn or written.
Diagnostics findings_of_layouts(Work& work) {
    pipeline::Layouts& layouts = work.layouts;
    Diagnostics findings;
    findings.append(std::move(layouts.of_booklet));
    for (auto& deck : layouts.decks)
        for (Diagnostics* some : {&deck.of_deck, &deck.of_pptx_deck, &deck.of_slides})
            findings.append(std::move(*some));
    pipeline::report_pictures(work.loaded, findings);
    pipeline::report_fonts(work.loaded, findings);
    return pipeline::with_places(findings, work.loaded.book);
}

std::string dump_decks(const Work& work, Diagnostics& diagnostics) {
    std::string text;
    for (const auto& job : work.loaded.decks)
        text +=
            deck::dump(pipeline::make_deck(work.request, work.loaded, job, nullptr, diagnostics));
    return text;
}

std::string dump_pdf(const Work& work, Diagnostics& diagnostics) {
    auto options =
        pipeline::pdf_options(work.request, work.loaded, work.loaded.sheet, Panel::booklet);
    options.packing = pdf::Packing::readable;
    return pdf::write(pipeline::compose_booklet(work.request, work.loaded, diagnostics),
                      *work.loaded.fonts, *work.loaded.images, options, diagnostics);
}

/// What `work` makes, or what there was to say when a stop was requested.
template <typename Made>
Result until_cancelled(const Request& request, const Made& work) {
    Result result;
    Threads threads(request.jobs);
    stop_when(threads, request.stop);
    try {
        work(threads, result);
    } catch (const Cancelled&) {
        result.outputs.clear();
        result.parity.clear();
        result.cancelled = true;
    }
    result.diagnostics.sort_and_deduplicate();
    return result;
}

}  // namespace

Result build(const Request& request) {
    TRIPTYCH_CHECK(request.book && request.data, "a request names a book and a data folder");
    return until_cancelled(request, [&](Threads& threads, Result& result) {
        pipeline::report_unused_options(request, result.diagnostics);
        auto loaded = load_book(request, threads, result);
        if (!loaded) return;
        auto works = pipeline::lay_out_works(request, *std::move(loaded), result);
        if (pipeline::makes_all_languages(request) && works.size() > 1) pipeline::introduce(works);
        prepare_pictures(request, works);
        for (Work& work : works) write(work, result);
        // It takes a while to free so many small objects.
        for_each_index(2 * works.size(), threads, [&](std::size_t i) {
            Work& work = works[i / 2];
            if (i % 2 == 0) work.layouts = {};
            if (i % 2 == 1) work.loaded.book = {};
        });
    });
}

Result check(const Request& request) {
    TRIPTYCH_CHECK(request.book && request.data, "a request names a book and a data folder");
    return until_cancelled(request, [&](Threads& threads, Result& result) {
        if (auto loaded = pipeline::load(request, threads, result))
            for (Work& work : pipeline::lay_out_works(request, *std::move(loaded), result))
                result.diagnostics.append(findings_of_layouts(work));
    });
}

std::optional<std::string> dump(const Request& asked, Stage stage, Result& result) {
    Request request = asked;
    request.languages = Languages::first;
    Threads threads(request.jobs);
    auto loaded = pipeline::load(request, threads, result);
    if (!loaded) return std::nullopt;
    const auto work = pipeline::first_work(request, *std::move(loaded), result);
    if (!work) return std::nullopt;
    auto& diagnostics = result.diagnostics;
    const auto booklet = [&] {
        return pipeline::compose_booklet(work->request, work->loaded, diagnostics);
    };
    switch (stage) {
        case Stage::book:
            return doc::dump(work->loaded.book);
        case Stage::text:
            return pipeline::visible_text(work->loaded.book);
        case Stage::deck:
            return dump_decks(*work, diagnostics);
        case Stage::pages:
            return pages::dump(booklet());
        case Stage::tags:
            return pages::dump_tags(booklet());
        case Stage::pdf:
            return dump_pdf(*work, diagnostics);
    }
    return std::nullopt;
}

std::optional<Alternatives> list_alternatives(const Request& request, Result& result) {
    TRIPTYCH_CHECK(request.book && request.data, "a request names a book and a data folder");
    Threads threads(request.jobs);
    const auto loaded = pipeline::load(without_modules(request), threads, result);
    result.diagnostics.sort_and_deduplicate();
    auto given = gitbook::read_alternatives_file(*request.book);
    if (!loaded || !given) return std::nullopt;
    auto missing = doc::missing_alternatives(loaded->book, result.sources, given->pictures);
    // Pictures of the book in its other languages; those in common are listed once.
    const doc::Book* before = &loaded->book;
    for (const auto& [tag, reading] : loaded->translations) {
        for (const doc::Media& media : before->media)
            if (media.kind == doc::MediaKind::picture) given->pictures.insert(media.path);
        before = &reading->book;
        const auto more = doc::missing_alternatives(*before, result.sources, given->pictures);
        missing.lines += more.lines;
        missing.count += more.count;
    }
    Message head;
    if (given->text.empty() && missing.count > 0)
        head = say("# Alternative texts of pictures: say what each shows, or write 'decorative'.");
    if (!given->text.empty() && !given->text.ends_with('\n')) given->text += '\n';
    return Alternatives{given->text + missing.lines, std::move(head), missing.count};
}

std::optional<Needs> list_needs(const Request& request, Result& result) {
    TRIPTYCH_CHECK(request.book && request.data, "a request names a book and a data folder");
    Threads threads(request.jobs);
    const auto loaded = pipeline::load(without_modules(request), threads, result);
    result.diagnostics.sort_and_deduplicate();
    if (!loaded) return std::nullopt;
    std::vector<std::vector<FontNeed>> fonts;
    std::vector<std::string> languages;
    const auto add = [&](const doc::Book& book) {
        fonts.push_back(
            pipeline::font_needs(pipeline::visible_text(book), book.metadata.language, request));
        pipeline::add_languages(book, languages);
    };
    add(loaded->book);
    for (const auto& [tag, reading] : loaded->translations) add(reading->book);
    return Needs{pipeline::joined(fonts), pipeline::hyphenation_needs(languages, request)};
}

std::string_view version() { return TRIPTYCH_VERSION; }

}  // namespace triptych
