#include "pipeline/load.hpp"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/is_one_of.hpp"
#include "base/iso_date.hpp"
#include "base/layered_files.hpp"
#include "doc/high_pictures.hpp"
#include "doc/link_counts.hpp"
#include "doc/lists.hpp"
#include "doc/pictographs.hpp"
#include "doc/title_signs.hpp"
#include "doc/translations.hpp"
#include "doc/walk.hpp"
#include "pipeline/languages.hpp"
#include "pipeline/memory.hpp"
#include "pipeline/picture_places.hpp"
#include "pipeline/run_findings.hpp"
#include "pipeline/system_faces.hpp"
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
    auto store = std::make_shared<image::Store>(
        files, std::move(paths), request.cache, request.modules ? request.modules->decoder() : "",
        svg::Setting{
            loaded.fonts.get(),
            name(style::FamilyRole::head),
            name(style::FamilyRole::text),
            name(style::FamilyRole::mono),
            has_handwriting(*loaded.data) ? std::string(handwriting.family) : std::string(),
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
    diagnostics.report(Kind::unusable_template, span, say("there is no file '{}'", path),
                       asked ? say("name a .pptx or .potx file")
                             : say("write its path from the root of the book"));
    return nullptr;
}

/// Everything that says which faces there are, in words.
std::string names_of(const style::Fonts& fonts) {
    std::string names;
    const auto add = [&](std::string_view family, const auto& files) {
        for (const auto& file : files)
            names += fmt::format("{}\n{}\n{}\n{}\n", family, file.path, file.weight, file.italic);
    };
    for (const auto& family : fonts.families) add(family.name, family.files);
    add(" fallback", fonts.fallback);
    add(" emoji", fonts.emoji);
    return names;
}

/// Those of the layout and the packs, from memory where they are the same.
void open_layout_fonts(const Request& request, Loaded& loaded) {
    const style::Fonts& fonts = loaded.sheet.fonts;
    if (!request.memory) {
        loaded.fonts = open_fonts(*loaded.data, fonts, request.script_fonts);
        return;
    }
    BuildMemory::State& memory = request.memory->state();
    std::string faces = names_of(fonts);
    if (!memory.fonts || memory.faces != faces) {
        memory.fonts = open_fonts(*loaded.data, fonts, request.script_fonts);
        memory.data = loaded.data;
        memory.faces = std::move(faces);
        memory.words = typeset::make_inline_cache();
    }
    loaded.fonts = memory.fonts;
    loaded.words = memory.words;
}

/// The same, and, where they are wanted, the machine's, which depend on the words of the book.
void open_all_fonts(const Request& request, Loaded& loaded, Result& result) {
    open_layout_fonts(request, loaded);
    if (request.system_fonts == nullptr) return;
    const style::Fonts& fonts = loaded.sheet.fonts;
    std::string words = visible_text(loaded.book);
    for (const auto& [tag, reading] : loaded.translations) words += visible_text(reading->book);
    auto system = system_faces(request, words, loaded.book.metadata.language, *loaded.fonts,
                               fonts.families.front().name, result.diagnostics);
    if (system.faces.empty()) return;
    loaded.fonts = open_fonts(*loaded.data, fonts, request.script_fonts, system);
    loaded.words = typeset::make_inline_cache();
    loaded.looks->take(std::move(system));
}

}  // namespace

std::string visible_text(const doc::Book& book) {
    std::string out;
    for (const doc::Page& page : book.pages) {
        out += doc::plain_text(page.title) + '\n' + doc::plain_text(page.body) + '\n';
        for (const doc::Note& note : page.notes) out += doc::plain_text(note.body) + '\n';
    }
    return out;
}

void lift_high_pictures(doc::Book& book, const image::Store& images) {
    constexpr std::uint32_t highest_in_line = 64;  // pixels
    doc::lift_high_pictures(book, [&](MediaId media) {
        const auto info = images.info(media);
        return info && info->height > highest_in_line;
    });
}

bool wants(const Request& request, Panel panel) { return is_one_of(panel, request.panels); }

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
        if (!loaded.plans.languages.empty()) doc::name_translations(book, ".epub");
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
                  .layout_sheet = std::make_shared<const style::Sheet>(layout->sheet),
                  .sheet = std::move(layout->sheet),
                  .findings = result.diagnostics,
                  .date = request.source_date};
    style::fit_to_script(loaded.sheet, loaded.book.metadata.language);
    report_unknown_language(request, loaded.plans, result.diagnostics);
    report_language(request, loaded.book, result.diagnostics);
    if (!loaded.date) loaded.date = parse_date(loaded.book.metadata.date);
    open_all_fonts(request, loaded, result);
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
