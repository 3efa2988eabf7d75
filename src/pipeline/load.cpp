#include "pipeline/load.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/iso_date.hpp"
#include "base/layered_files.hpp"
#include "doc/link_counts.hpp"
#include "font/soundness.hpp"
#include "gitbook/read.hpp"
#include "pipeline/picture_places.hpp"
#include "pipeline/run_findings.hpp"
#include "pptx/templates/read.hpp"
#include "style/layout.hpp"
#include "syntax/highlight.hpp"

namespace triptych::pipeline {
namespace {

std::unique_ptr<font::Library> open_fonts(const Files& data, const style::Fonts& fonts) {
    std::vector<font::FaceFile> faces, fallback;
    for (const auto& family : fonts.families)
        for (const auto& file : family.files)
            faces.push_back({file.path, family.name, file.weight, file.italic});
    for (const auto& file : fonts.fallback)
        fallback.push_back({file.path, {}, file.weight, file.italic});
    return std::make_unique<font::Library>(data, std::move(faces), std::move(fallback));
}

std::string fault_of_font(const Files& data, const std::string& path) {
    const auto file = data.map(path);
    return file ? font::fault_of(file->bytes) : "there is no such file";
}

std::unique_ptr<image::Store> open_images(const Files& files, const Request& request,
                                          const Loaded& loaded) {
    std::vector<std::string> paths;
    for (const auto& media : loaded.book.media) paths.push_back(media.path);
    const auto name = [&](style::FamilyRole role) {
        return loaded.sheet.fonts.families[static_cast<std::size_t>(role)].name;
    };
    return std::make_unique<image::Store>(files, std::move(paths), request.cache,
                                          request.modules ? request.modules->decoder() : "",
                                          svg::Setting{loaded.fonts.get(),
                                                       name(style::FamilyRole::head),
                                                       name(style::FamilyRole::text),
                                                       name(style::FamilyRole::mono),
                                                       loaded.book.metadata.language,
                                                       {}});
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

/// Pictures that are written into the text of a book, by the names it has for them.
using WrittenPictures = std::map<std::string, std::string>;

/// What else the reader finds.
struct Found {
    WrittenPictures pictures;
    doc::SlidePlans plans;
};

std::optional<doc::Book> read_book(const Request& request, std::vector<std::string> schemes,
                                   Threads& threads, Result& result, Found& found) {
    Changes changes;
    syntax::Highlighter highlighter([&] { return request.modules->syntax(); });
    gitbook::Options options{.page = request.page,
                             .folder = request.folder,
                             .threads = threads,
                             .selection = request.selection,
                             .schemes = std::move(schemes)};
    // While other pages are read: grammars take their time, and one thread.
    if (request.modules) options.page_read = [&](doc::Blocks& blocks) { highlighter.add(blocks); };
    std::mutex mutex;
    options.picture_found = [&](const std::string& name, std::string bytes) {
        const std::lock_guard lock(mutex);
        found.pictures.emplace(name, std::move(bytes));
    };
    options.slides_planned = [&](doc::SlidePlans planned) { found.plans = std::move(planned); };
    auto book = gitbook::read(*request.book, options, result.sources, result.diagnostics,
                              request.explain.empty() ? nullptr : &changes);
    for (const Explanation explanation : request.explain) {
        const auto& wanted =
            explanation == Explanation::typography ? changes.typography : changes.normalisation;
        result.changes.insert(result.changes.end(), wanted.begin(), wanted.end());
    }
    return book;
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

/// A deck's own layout, once for all decks that have it. One that can't be read is reported; the
/// deck then looks like the others.
void read_looks(Loaded& loaded, Result& result) {
    std::map<std::string, std::shared_ptr<const Look>> looks;
    for (DeckJob& job : loaded.decks) {
        if (job.layout.empty()) continue;
        const auto [place, is_new] = looks.try_emplace(job.layout);
        if (is_new) {
            auto sheet = style::load(
                *loaded.data, job.layout, result.sources, result.diagnostics,
                [&](const std::string& path) { return fault_of_font(*loaded.data, path); });
            if (sheet) {
                auto look = std::make_shared<Look>();
                look->sheet = std::move(*sheet);
                look->fonts = open_fonts(*loaded.data, look->sheet.fonts);
                place->second = std::move(look);
            }
        }
        job.look = place->second;
    }
}

}  // namespace

bool wants(const Request& request, Panel panel) {
    return std::find(request.panels.begin(), request.panels.end(), panel) != request.panels.end();
}

std::optional<Loaded> load(const Request& request, Threads& threads, Result& result) {
    Found found;
    auto data = join_data(request);
    Diagnostics of_layout;  // said behind what is said of the book
    auto layout =
        style::load_layout(*data, request.layout, result.sources, of_layout,
                           [&](const std::string& path) { return fault_of_font(*data, path); });
    auto book = read_book(request, layout ? layout->link_schemes : std::vector<std::string>(),
                          threads, result, found);
    if (!book) return std::nullopt;
    result.links = doc::count_links(*book);
    result.judgement = book->metadata.judgement;
    result.diagnostics.append(std::move(of_layout));
    if (!layout) return std::nullopt;
    Loaded loaded{.threads = threads,
                  .book = std::move(*book),
                  .plans = std::move(found.plans),
                  .data = std::move(data),
                  .sheet = std::move(layout->sheet),
                  .findings = result.diagnostics,
                  .date = request.source_date};
    report_hyphenation(request, loaded.book, result.diagnostics);
    loaded.decks = deck_jobs(request, loaded.book, loaded.plans, result.diagnostics);
    read_looks(loaded, result);
    if (!loaded.date) loaded.date = parse_date(loaded.book.metadata.date);
    loaded.fonts = open_fonts(*loaded.data, loaded.sheet.fonts);
    loaded.written_pictures = memory_files(std::move(found.pictures));
    loaded.pictures =
        layered_files({{request.book, {}, {}}, {loaded.written_pictures.get(), {}, {}}});
    loaded.images = open_images(*loaded.pictures, request, loaded);
    auto drawings = findings_in_drawings(loaded.book, *loaded.images, threads);
    loaded.findings.append(Diagnostics(drawings));
    result.diagnostics.append(std::move(drawings));
    for (DeckJob& job : loaded.decks)
        job.base = read_base(request, loaded, job, result.diagnostics);
    return loaded;
}

}  // namespace triptych::pipeline
