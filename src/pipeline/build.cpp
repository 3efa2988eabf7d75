#include <triptych/build.hpp>

#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "base/check.hpp"
#include "base/parallel.hpp"
#include "deck/deck.hpp"
#include "doc/alternatives.hpp"
#include "doc/walk.hpp"
#include "gitbook/book/metadata.hpp"
#include "pages/pages.hpp"
#include "pdf/write.hpp"
#include "pipeline/layouts.hpp"
#include "pipeline/load.hpp"
#include "pipeline/outputs.hpp"
#include "pipeline/picture_places.hpp"
#include "pipeline/run_findings.hpp"
#include "pipeline/work_stage.hpp"

namespace triptych {
namespace {

using pipeline::Loaded;

constexpr const char* alternatives_head =
    "# Alternative texts of pictures: say what each shows, or write 'decorative'.\n";

/// What every output must show, page by page.
std::string visible_text(const doc::Book& book) {
    std::string out;
    for (const doc::Page& page : book.pages) {
        out += doc::plain_text(page.title) + '\n' + doc::plain_text(page.body) + '\n';
        for (const doc::Note& note : page.notes) out += doc::plain_text(note.body) + '\n';
    }
    return out;
}

/// The request without modules: nothing will be shown.
Request without_modules(Request request) {
    request.modules = nullptr;
    return request;
}

std::optional<Loaded> load_book(const Request& request, Threads& threads, Result& result) {
    const pipeline::WorkStage stage(request, "reading");
    return pipeline::load(request, threads, result);
}

pipeline::Layouts lay_out_with_pictures(const Request& request, const Loaded& loaded) {
    auto layouts = pipeline::lay_out(request, loaded);
    const pipeline::WorkStage stage(request, "pictures");
    loaded.images->prepare(pipeline::picture_wishes(request, loaded, layouts), loaded.threads);
    return layouts;
}

void collect(std::vector<pipeline::PanelResult> made, Result& result) {
    for (auto& one : made) {
        std::move(one.outputs.begin(), one.outputs.end(), std::back_inserter(result.outputs));
        std::move(one.parity.begin(), one.parity.end(), std::back_inserter(result.parity));
        result.diagnostics.append(std::move(one.diagnostics));
    }
}

/// What booklet and slides have to say once they are set; nothing is drawn or written.
Diagnostics findings_of_layouts(const Request& request, const Loaded& loaded) {
    auto layouts = pipeline::lay_out(request, loaded);
    Diagnostics findings;
    findings.append(std::move(layouts.of_booklet));
    for (auto& deck : layouts.decks)
        for (Diagnostics* some : {&deck.of_deck, &deck.of_pptx_deck, &deck.of_slides})
            findings.append(std::move(*some));
    pipeline::report_pictures(loaded, findings);
    pipeline::report_fonts(loaded, findings);
    return pipeline::with_places(findings, loaded.book);
}

std::string dump_decks(const Request& request, const Loaded& loaded, Diagnostics& diagnostics) {
    std::string text;
    for (const auto& job : loaded.decks)
        text += deck::dump(pipeline::make_deck(request, loaded, job, nullptr, diagnostics));
    return text;
}

}  // namespace

Result build(const Request& request) {
    TRIPTYCH_CHECK(request.book && request.data, "a request names a book and a data folder");
    Result result;
    Threads threads(request.jobs);
    pipeline::report_unused_options(request, result.diagnostics);
    if (auto loaded = load_book(request, threads, result)) {
        auto layouts = lay_out_with_pictures(request, *loaded);
        collect(pipeline::write_outputs(request, *loaded, layouts), result);
        pipeline::report_fonts(*loaded, result.diagnostics);
        // It takes a while to free so many small objects.
        for_each_index(2, threads, [&](std::size_t i) {
            if (i == 0) layouts = {};
            if (i == 1) loaded.reset();
        });
    }
    result.diagnostics.sort_and_deduplicate();
    return result;
}

Result check(const Request& request) {
    TRIPTYCH_CHECK(request.book && request.data, "a request names a book and a data folder");
    Result result;
    Threads threads(request.jobs);
    if (const auto loaded = pipeline::load(request, threads, result))
        result.diagnostics.append(findings_of_layouts(request, *loaded));
    result.diagnostics.sort_and_deduplicate();
    return result;
}

std::optional<std::string> dump(const Request& request, Stage stage, Result& result) {
    Threads threads(request.jobs);
    const auto loaded = pipeline::load(request, threads, result);
    if (!loaded) return std::nullopt;
    auto& diagnostics = result.diagnostics;
    switch (stage) {
        case Stage::book:
            return doc::dump(loaded->book);
        case Stage::text:
            return visible_text(loaded->book);
        case Stage::deck:
            return dump_decks(request, *loaded, diagnostics);
        case Stage::pages:
            return pages::dump(pipeline::compose_booklet(request, *loaded, diagnostics));
        case Stage::tags:
            return pages::dump_tags(pipeline::compose_booklet(request, *loaded, diagnostics));
        case Stage::pdf: {
            auto options = pipeline::pdf_options(request, *loaded, Panel::booklet);
            options.packing = pdf::Packing::readable;
            return pdf::write(pipeline::compose_booklet(request, *loaded, diagnostics),
                              *loaded->fonts, *loaded->images, options, diagnostics);
        }
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
    const auto missing = doc::missing_alternatives(loaded->book, result.sources, given->pictures);
    if (given->text.empty() && missing.count > 0) given->text = alternatives_head;
    if (!given->text.empty() && !given->text.ends_with('\n')) given->text += '\n';
    return Alternatives{given->text + missing.lines, missing.count};
}

std::string_view version() { return TRIPTYCH_VERSION; }

}  // namespace triptych
