#include "pipeline/output_name.hpp"

#include "base/file_title.hpp"

namespace triptych::pipeline {
namespace {

bool is_device(std::string_view name) {
    for (const std::string_view device : {"con", "prn", "aux", "nul"})
        if (name == device) return true;
    return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) &&
           name[3] >= '0' && name[3] <= '9';
}

/// Where a page of a folder belongs to a book that has outputs of its own.
bool is_book(const Files& files) {
    return files.is_file("SUMMARY.md") || files.is_file(".gitbook.yaml");
}

}  // namespace

std::string output_stem(const Request& request, const doc::Book& book) {
    if (!request.name.empty()) return request.name;
    std::string stem = file_title(book.metadata.title);
    if (!request.page.empty()) {
        stem = file_title(request.page.substr(0, request.page.rfind('.')));
        if (is_book(*request.book)) stem += "-page";
    }
    return is_device(stem) ? stem + "-book" : stem;
}

}  // namespace triptych::pipeline
