#include "pipeline/load.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/iso_date.hpp"
#include "base/layered_files.hpp"
#include "doc/high_pictures.hpp"
#include "doc/link_counts.hpp"
#include "doc/lists.hpp"
#include "doc/pictographs.hpp"
#include "doc/title_signs.hpp"
#include "pipeline/picture_places.hpp"
#include "pipeline/run_findings.hpp"
#include "pptx/templates/read.hpp"
#include "style/layout.hpp"
#include "style/script_leading.hpp"

namespace triptych::pipeline {
namespace {

std::shared_ptr<image::Store> open_images(const Files& files, const Request& request,
                                          const Loaded& loaded) {
    std::vector<std::string> paths;
    for (const auto& media : loaded.book.media) paths.push_back(media.path);
    const auto name = [&](style::FamilyRole role) {
        return loaded.sheet.fonts.families[static_cast<std::size_t>(role)].name;
    };
    auto store = std::make_shared<image::Store>(files, std::move(paths), request.cache,
                                                request.modules ? request.modules->decoder() : "",
                                                svg::Setting{loaded.fonts.get(),
                                                             name(style::FamilyRole::head),
                                                             name(style::FamilyRole::text),
                                                             name(style::FamilyRole::mono),
                                                             loaded.book.metadata.language,
                                                             {}});
    for (std::size_t i = 0; i < loaded.book.media.size(); ++i)
        if (const auto dark = loaded.book.media[i].dark; dark != no_media)
            store->pair(MediaId(i), dark);
    return store;
}

/// The layouts of the house, under those of the book and the one from elsewhere. What the book's
/// brand names is looked for in the book last.
std::unique_ptr<Files> join_data(const Request& request) {
    std::vector<Layer> layers;
    if (request.layout_folder)
        layers.push_back({request.layout_folder, {}, "layouts/" + request.layout});
    layers.push_back({request.book, "layouts", "layouts"});
    layers.push_back({request.data, {}, {}});
    layers.push_back({request.book, {}, {}});
    return layered_files(std::move(layers));
}

/// The presentation that the request, or else the deck or the book, names as the base of its
/// slides.
std::shared_ptr<const pptx::Template> read_base(const Request& request, const Loaded& loaded,
                                                const DeckJob& job, Diagnostics& diagnostics) {
    const bool asked = request.template_folder != nullptr;
    const std::string& path = asked ? request.template_file : job.slides_template.path;
    const Span span = asked ? Span{} : job.slides_template.span;
    if (path.empty() || !wants(request, Panel::pptx)) return nullptr;
    const auto file = (asked ? request.template_folder : request.book)->map(path);
    if (file)
        return pptx::read_template(file->bytes, path, span, loaded.resources(request, job),
                                   diagnostics);
    diagnostics.report(
        Kind::unusable_template, span, "there is no file '" + path + "'",
        asked ? "name a .pptx or .potx file" : "write its path from the root of the book");
    return nullptr;
}

}  // namespace

void lift_high_pictures(doc::Book& book, const image::Store& images) {
    constexpr std::uint32_t highest_in_line = 64;  // pixels
    doc::lift_high_pictures(book, [&](MediaId media) {
        const auto info = images.info(media);
        return info && info->height > highest_in_line;
    });
}

bool wants(const Request& request, Panel panel) {
    return std::find(request.panels.begin(), request.panels.end(), panel) != request.panels.end();
}

void finish_books(const Request& request, Loaded& loaded) {
    const doc::ListWishes& wishes = loaded.plans.lists;
    if (wishes.any() && wants(request, Panel::booklet)) {
        doc::Book book = loaded.booklet_book();
        doc::add_lists(book, wishes, doc::PlaceWords::numbers);
        loaded.printed = std::make_shared<const doc::Book>(std::move(book));
    }
    if (wants(request, Panel::epub)) {
        doc::Book book = loaded.book;
        const bool bare = loaded.sheet.ebook.medium.emoji == style::Emoji::none;
        for (doc::Page& page : book.pages) {
            doc::drop_leading_signs(page);
            if (bare) doc::drop_pictographs(page);
        }
        doc::add_lists(book, wishes, doc::PlaceWords::titles);
        loaded.electronic = std::make_shared<const doc::Book>(std::move(book));
    }
}

void read_decks(const Request& request, Loaded& loaded, Result& result) {
    for (DeckJob& job : loaded.decks) {
        // One whose layout can't be read looks like the others.
        if (!job.layout.empty())
            job.look = loaded.looks->look(job.layout, *loaded.data, request, result);
        job.base = read_base(request, loaded, job, result.diagnostics);
    }
    if (wants(request, Panel::pptx)) report_unknown_layouts(loaded, result.diagnostics);
}

std::optional<Loaded> load(const Request& request, Threads& threads, Result& result) {
    std::shared_ptr<const Files> data = join_data(request);
    Diagnostics of_layout;  // said behind what is said of the book
    auto layout =
        style::load_layout(*data, request.layout, result.sources, of_layout,
                           [&](const std::string& path) { return fault_of_font(*data, path); });
    auto read = read_book(request, layout ? layout->link_schemes : std::vector<std::string>(),
                          threads, result);
    if (!read) return std::nullopt;
    result.links = doc::count_links(read->own.book);
    result.judgement = read->own.book.metadata.judgement;
    result.diagnostics.append(std::move(of_layout));
    if (!layout) return std::nullopt;
    Loaded loaded{.threads = threads,
                  .book = std::move(read->own.book),
                  .plans = std::move(read->own.plans),
                  .translations = std::move(read->others),
                  .data = std::move(data),
                  .sheet = std::move(layout->sheet),
                  .findings = result.diagnostics,
                  .date = request.source_date};
    style::fit_leading(loaded.sheet, loaded.book.metadata.language);
    report_hyphenation(request, loaded.book, result.diagnostics);
    if (!loaded.date) loaded.date = parse_date(loaded.book.metadata.date);
    loaded.fonts = open_fonts(*loaded.data, loaded.sheet.fonts, request.script_fonts);
    loaded.written_pictures = memory_files(std::move(read->pictures));
    loaded.pictures =
        layered_files({{request.book, {}, {}}, {loaded.written_pictures.get(), {}, {}}});
    loaded.images = open_images(*loaded.pictures, request, loaded);
    lift_high_pictures(loaded.book, *loaded.images);
    auto drawings = findings_in_drawings(loaded.book, *loaded.images, threads);
    loaded.findings.append(Diagnostics(drawings));
    result.diagnostics.append(std::move(drawings));
    return loaded;
}

}  // namespace triptych::pipeline
