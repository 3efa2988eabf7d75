#include "epub/page_breaks.hpp"

#include <utility>

namespace triptych::epub {

Place place_of(Span span) { return {span.file, span.begin, span.end}; }

std::vector<PageStarts> page_starts(const doc::Book& book, const std::vector<PageBreak>& breaks) {
    std::vector<PageStarts> starts(book.pages.size());
    std::map<FileId, std::size_t> pages;
    for (std::size_t i = 0; i < book.pages.size(); ++i) pages.emplace(book.pages[i].span.file, i);
    std::size_t page = 0;
    std::vector<std::string> labels;
    for (const auto& page_break : breaks) {
        labels.push_back(page_break.label);
        if (page_break.source.file == FileId::none || starts.empty()) continue;
        if (const auto own = pages.find(page_break.source.file); own != pages.end())
            page = own->second;
        auto& waiting = starts[page][place_of(page_break.source)];
        for (auto& label : std::exchange(labels, {})) waiting.push_back(std::move(label));
    }
    return starts;
}

std::string page_break_id(const std::string& label) { return "page_" + label; }

}  // namespace triptych::epub
