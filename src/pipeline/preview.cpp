#include <triptych/preview.hpp>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

#include "base/cancel.hpp"
#include "base/check.hpp"
#include "base/parallel.hpp"
#include "base/zip.hpp"
#include "booklet/booklet.hpp"
#include "epub/documents.hpp"
#include "pages/pages.hpp"
#include "pipeline/layouts.hpp"
#include "pipeline/load.hpp"
#include "pipeline/outputs.hpp"
#include "pipeline/picture_places.hpp"
#include "pipeline/run_findings.hpp"
#include "pipeline/works.hpp"
#include "raster/draw.hpp"

namespace triptych {
namespace {

/// The words of a page, run by run.
std::string words_of(const pages::Page& page) {
    std::string text;
    for (const pages::Item& item : page.items) {
        const auto* run = std::get_if<pages::GlyphRun>(&item.content);
        if (!run || run->text.empty()) continue;
        if (!text.empty() && text.back() != ' ') text += ' ';
        text += run->text;
    }
    return text;
}

std::vector<Preview::Page> described(const std::vector<pages::Page>& pages) {
    std::vector<Preview::Page> all;
    all.reserve(pages.size());
    for (const pages::Page& page : pages)
        all.push_back({page.label(), page.size.width.in_points(), page.size.height.in_points(),
                       words_of(page), page.source});
    return all;
}

/// Values of `attribute="…"` behind each `<element`, in order. The files are our own.
std::vector<std::string> values_of(std::string_view text, std::string_view element,
                                   std::string_view attribute) {
    std::vector<std::string> values;
    const std::string begin = '<' + std::string(element) + ' ',
                      name = ' ' + std::string(attribute) + "=\"";
    for (std::size_t at = text.find(begin); at != std::string_view::npos;
         at = text.find(begin, at + 1)) {
        const std::string_view tag = text.substr(at, text.find('>', at) - at);
        const std::size_t value = tag.find(name);
        if (value == std::string_view::npos) continue;
        const std::size_t from = value + name.size();
        values.emplace_back(tag.substr(from, tag.find('"', from) - from));
    }
    return values;
}

/// The documents in the order of the spine.
std::vector<Preview::Document> reading_order(std::string_view package, const doc::Book& book) {
    std::map<std::string, Span> sources;
    const epub::Documents files(book);
    for (const epub::Document& document : files.all())
        if (!document.part) sources[document.name] = book.pages[index(document.page)].span;
    const auto ids = values_of(package, "item", "id"), paths = values_of(package, "item", "href");
    std::vector<Preview::Document> order;
    if (ids.size() != paths.size()) return order;
    for (const std::string& id : values_of(package, "itemref", "idref")) {
        const auto found = std::find(ids.begin(), ids.end(), id);
        if (found == ids.end()) continue;
        const std::string& path = paths[static_cast<std::size_t>(found - ids.begin())];
        const auto source = sources.find(path.substr(path.rfind('/') + 1));
        order.push_back({"EPUB/" + path, source == sources.end() ? Span{} : source->second});
    }
    return order;
}

/// The whole book and no files on paper, whatever else the request asks for.
Request for_preview(Request request) {
    request.panels = {Panel::booklet, Panel::epub, Panel::html};
    request.editions = {};
    request.languages = Languages::first;
    request.imposition.reset();
    request.handout.reset();
    request.html_folder = false;
    request.parity = false;
    request.purpose = Purpose::screen;
    request.made = {};
    return request;
}

}  // namespace

struct Preview::State {
    Request request;
    Threads threads;
    Result result;
    std::unique_ptr<pipeline::Work> work;  ///< null: there is nothing to show
    pages::Pages booklet;
    std::vector<Page> pages;
    std::map<std::string, std::string, std::less<>> ebook;
    std::vector<Document> documents;
    std::string slides;

    explicit State(const Request& asked) : request(for_preview(asked)), threads(asked.jobs) {}

    void make(const std::function<void()>& ebook_is_made) {
        auto loaded = pipeline::load(request, threads, result);
        if (!loaded) return;
        // Editions are books of their own; here is the whole one.
        loaded->plans.editions.clear();
        auto first = pipeline::first_work(request, *std::move(loaded), result);
        if (!first) return;
        work = std::make_unique<pipeline::Work>(*std::move(first));
        make_ebook();
        if (ebook_is_made) ebook_is_made();
        work->request.panels = {Panel::booklet, Panel::html};
        work->layouts = pipeline::lay_out(work->request, work->loaded);
        if (work->layouts.booklet)
            booklet = std::move(*std::exchange(work->layouts.booklet, std::nullopt));
        pages = described(booklet.pages);
        result.diagnostics.append(std::move(work->layouts.of_booklet));
        prepare_pictures();
        for (auto& made : pipeline::write_outputs(work->request, work->loaded, work->layouts)) {
            for (Output& output : made.outputs)
                if (slides.empty()) slides = std::move(output.bytes);
            result.diagnostics.append(std::move(made.diagnostics));
        }
        pipeline::report_fonts(work->loaded, result.diagnostics);
    }
    void make_ebook() {
        const auto cover =
            booklet::compose_cover(work->loaded.book, work->loaded.resources(request));
        work->request.panels = {Panel::epub};
        work->layouts.cover = cover;
        prepare_pictures();
        work->layouts.cover.reset();
        Diagnostics findings;
        auto made = pipeline::ebook_files(work->request, work->loaded, cover, {}, findings);
        result.diagnostics.append(pipeline::with_places(findings, work->loaded.book));
        for (ZipEntry& file : made.files) ebook[file.name] = std::move(file.bytes);
        documents = reading_order(ebook["EPUB/package.opf"], work->loaded.ebook_book());
    }
    void prepare_pictures() {
        work->loaded.images->prepare(
            pipeline::picture_wishes(work->request, work->loaded, work->layouts), threads);
    }
};

Preview::Preview(const Request& request, const std::function<void(const Preview&)>& ebook_is_made)
    : state_(std::make_unique<State>(request)) {
    TRIPTYCH_CHECK(request.book && request.data, "a request names a book and a data folder");
    stop_when(state_->threads, request.stop);
    try {
        state_->make([&] {
            if (ebook_is_made) ebook_is_made(*this);
        });
    } catch (const Cancelled&) {
        state_->result.cancelled = true;
    }
    state_->result.diagnostics.sort_and_deduplicate();
}
Preview::~Preview() = default;

const std::vector<Preview::Page>& Preview::pages() const { return state_->pages; }

std::string Preview::page_picture(std::size_t page, std::uint32_t width) const {
    if (page >= state_->booklet.pages.size()) return {};
    const auto& loaded = state_->work->loaded;
    return image::encode_png(
        raster::draw(state_->booklet.pages[page], {*loaded.fonts, *loaded.images}, width));
}

const std::map<std::string, std::string, std::less<>>& Preview::ebook() const {
    return state_->ebook;
}
const std::vector<Preview::Document>& Preview::documents() const { return state_->documents; }
const std::string& Preview::slides() const { return state_->slides; }
Result& Preview::result() { return state_->result; }

}  // namespace triptych
