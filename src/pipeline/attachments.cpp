#include "pipeline/attachments.hpp"

#include <set>

#include "pipeline/tagging.hpp"

namespace triptych::pipeline {
namespace {

/// What says how a book is read, beside its pages.
constexpr std::string_view files_of_books[] = {"SUMMARY.md",    "triptych.yaml", "alt.yaml",
                                               ".gitbook.yaml", "book.json",     "book.toml",
                                               "mkdocs.yml",    "_sidebar.md"};

std::string_view media_type_of(std::string_view path) {
    if (path.ends_with(".yaml") || path.ends_with(".yml")) return "application/yaml";
    if (path.ends_with(".json")) return "application/json";
    if (path.ends_with(".toml")) return "application/toml";
    return "text/markdown";
}

void add_source(std::string_view path, const Files& book, std::set<std::string>& taken,
                std::vector<pdf::AttachedFile>& out) {
    auto bytes = book.read(path);
    if (!bytes || bytes->empty() || !taken.insert(std::string(path)).second) return;
    out.push_back(
        {std::string(path), media_type_of(path), "Source", std::string(path), *std::move(bytes)});
}

}  // namespace

std::vector<pdf::AttachedFile> source_attachments(const Request& request, const Loaded& loaded,
                                                  const std::vector<bool>& shown) {
    std::vector<pdf::AttachedFile> out;
    if (!attaches(request, Attachment::source)) return out;
    std::set<std::string> taken;
    for (const std::string_view path : files_of_books) add_source(path, *request.book, taken, out);
    const auto& pages = loaded.book.pages;
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (i >= shown.size() || shown[i]) add_source(pages[i].path, *request.book, taken, out);
    return out;
}

std::vector<pdf::AttachedFile> booklet_attachments(const Request& request, const Loaded& loaded,
                                                   const Output* ebook) {
    auto out = source_attachments(request, loaded, {});
    if (ebook != nullptr && attaches(request, Attachment::epub))
        out.push_back(
            {ebook->name, "application/epub+zip", "Alternative",
             loaded.book.metadata.title.empty() ? ebook->name : loaded.book.metadata.title,
             ebook->bytes});
    return out;
}

}  // namespace triptych::pipeline
