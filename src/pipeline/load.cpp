#include "pipeline/load.hpp"

#include <string>
#include <utility>
#include <vector>

#include "doc/link_counts.hpp"
#include "gitbook/read.hpp"
#include "pipeline/dates.hpp"
#include "pipeline/deck_scope.hpp"

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

std::unique_ptr<image::Store> open_images(const Request& request, const doc::Book& book) {
    std::vector<std::string> paths;
    for (const auto& media : book.media) paths.push_back(media.path);
    return std::make_unique<image::Store>(*request.book, std::move(paths), request.cache);
}

std::optional<doc::Book> read_book(const Request& request, Result& result) {
    Changes changes;
    auto book = gitbook::read(
        *request.book, {.page = request.page, .jobs = request.jobs, .selection = request.selection},
        result.sources, result.diagnostics, request.explain.empty() ? nullptr : &changes);
    for (const Explanation explanation : request.explain) {
        const auto& wanted =
            explanation == Explanation::typography ? changes.typography : changes.normalisation;
        result.changes.insert(result.changes.end(), wanted.begin(), wanted.end());
    }
    return book;
}

}  // namespace

std::optional<Loaded> load(const Request& request, Result& result) {
    auto book = read_book(request, result);
    if (!book) return std::nullopt;
    result.links = doc::count_links(*book);
    auto sheet = style::load(*request.data, request.layout, result.sources, result.diagnostics);
    if (!sheet) return std::nullopt;
    Loaded loaded{std::move(*book), std::move(*sheet),  nullptr,
                  nullptr,          result.diagnostics, request.source_date};
    limit_slides(loaded.book, request.deck, result.diagnostics);
    if (!loaded.date) loaded.date = parse_date(loaded.book.metadata.date);
    loaded.fonts = open_fonts(*request.data, loaded.sheet.fonts);
    loaded.images = open_images(request, loaded.book);
    return loaded;
}

}  // namespace triptych::pipeline
