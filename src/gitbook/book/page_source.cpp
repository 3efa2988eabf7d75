#include "gitbook/book/page_source.hpp"

#include <optional>
#include <utility>

#include "base/parallel.hpp"
#include "gitbook/syntax/source_text.hpp"

namespace triptych::gitbook {
namespace {

std::vector<PageSource> flatten(const Outline& outline) {
    std::vector<PageSource> pages;
    for (std::size_t part = 0; part < outline.parts.size(); ++part)
        for (const OutlineEntry& entry : outline.parts[part].entries) {
            pages.emplace_back();
            pages.back().entry = entry;
            pages.back().part = part;
        }
    return pages;
}

/// Reads the files side by side, then enters them one by one, so that ids don't depend on threads.
void read_files(std::vector<PageSource>& pages, const Files& files, Threads& threads,
                Sources& sources) {
    std::vector<std::optional<SourceText>> texts(pages.size());
    for_each_index(pages.size(), threads, [&](std::size_t i) {
        if (pages[i].entry.path.empty()) return;
        if (auto bytes = files.read(pages[i].entry.path)) texts[i] = source_text(std::move(*bytes));
    });
    for (std::size_t i = 0; i < pages.size(); ++i) {
        PageSource& page = pages[i];
        if (texts[i]) {
            page.file =
                add_source(page.entry.path, std::move(*texts[i]), sources, page.diagnostics);
        } else if (!page.entry.path.empty()) {
            page.diagnostics.report(Kind::unreadable_source, page.entry.span,
                                    say("page '{}' can't be read: {}", page.entry.path,
                                        reason(files.obstacle(page.entry.path))));
        }
    }
}

/// A child is one deeper than the nearest page above it that is still there.
void close_gaps(std::vector<PageSource>& pages) {
    std::vector<std::uint8_t> above;  // written depths of the pages around the current one
    std::size_t part = 0;
    for (PageSource& page : pages) {
        if (page.part != part) above.clear();
        part = page.part;
        const std::uint8_t written = page.entry.depth;
        while (!above.empty() && above.back() >= written) above.pop_back();
        page.entry.depth = static_cast<std::uint8_t>(above.size());
        above.push_back(written);
    }
}

void leave_out_hidden(std::vector<PageSource>& pages, Diagnostics& diagnostics) {
    std::vector<PageSource> kept;
    kept.reserve(pages.size());
    for (PageSource& page : pages) {
        if (page.front.hidden) {
            diagnostics.report(Kind::page_left_out, {page.file, 0, 0},
                               say("page is hidden and left out"),
                               say("read it with --hidden include"));
        } else {
            kept.push_back(std::move(page));
        }
    }
    pages = std::move(kept);
}

}  // namespace

std::vector<PageSource> load_pages(const Files& files, const Outline& outline,
                                   const Options& options, Sources& sources,
                                   Diagnostics& diagnostics) {
    std::vector<PageSource> pages = flatten(outline);
    read_files(pages, files, options.threads, sources);
    for_each_index(pages.size(), options.threads, [&](std::size_t i) {
        PageSource& page = pages[i];
        if (page.file == FileId::none) return;
        page.front = parse_front_matter(sources.text(page.file), page.file, page.diagnostics);
        if (page.entry.label.empty()) page.entry.label = page.front.label;
    });
    if (options.selection.hidden == HiddenPages::leave_out && options.page.empty())
        leave_out_hidden(pages, diagnostics);
    close_gaps(pages);
    return pages;
}

}  // namespace triptych::gitbook
