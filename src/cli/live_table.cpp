#include "cli/live_table.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

namespace triptych::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Pixels of a page of A5: sharp on a screen of twice as many points.
constexpr std::uint32_t page_width = 900;

/// Text without places where a line was broken in the middle of an escape, as JSON wants it.
std::string to_text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view media_type(std::string_view name) {
    const std::string_view ending = name.substr(std::min(name.rfind('.'), name.size()));
    for (const auto& [known, type] :
         {std::pair<std::string_view, std::string_view>{".xhtml", "application/xhtml+xml"},
          {".css", "text/css; charset=utf-8"},
          {".ttf", "font/ttf"},
          {".otf", "font/otf"},
          {".woff2", "font/woff2"},
          {".png", "image/png"},
          {".jpg", "image/jpeg"},
          {".gif", "image/gif"},
          {".webp", "image/webp"},
          {".avif", "image/avif"},
          {".svg", "image/svg+xml"}})
        if (ending == known) return type;
    return "application/octet-stream";
}

std::string title_of(const std::string& xhtml) {
    pugi::xml_document document;
    document.load_buffer(xhtml.data(), xhtml.size());
    return document.child("html").child("head").child("title").text().get();
}

std::string book_title(const Preview& preview) {
    const auto package = preview.ebook().find("EPUB/package.opf");
    if (package == preview.ebook().end()) return {};
    pugi::xml_document document;
    document.load_buffer(package->second.data(), package->second.size());
    return document.child("package").child("metadata").child("dc:title").text().get();
}

/// A path as it stands in an address.
std::string encoded(std::string_view path) {
    std::string out;
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') ||
                           std::string_view("/-_.~").find(c) != std::string_view::npos;
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

Json json_of(const Finding& finding, const View& view) {
    const Sources& sources = view.preview.result().sources;
    Json json = {{"severity", name(finding.severity)},
                 {"kind", slug(finding.kind)},
                 {"message", finding.message.in(view.language)},
                 {"hint", finding.hint.in(view.language)}};
    const Span span = finding.places.front();
    const Location at = sources.locate(span);
    if (at.line == 0) return json;
    json["place"] = fmt::format("{}:{}:{}", at.file, at.line, at.column);
    // Files of the book only: an editor is to open what its author writes.
    const std::string_view own = sources.name(span.file);
    if (!view.book->is_file(own)) return json;
    const std::string path = view.book_path + '/' + std::string(own);
    json["path"] = fmt::format("{}:{}:{}", path, at.line, at.column);
    json["link"] = fmt::format("vscode://file{}:{}:{}", encoded(path), at.line, at.column);
    return json;
}

Json state_of(const View& view) {
    const Preview& preview = view.preview;
    Json state = {{"title", book_title(preview)}, {"milliseconds", view.milliseconds}};
    state["page"] = view.place.page ? Json(*view.place.page) : Json(nullptr);
    state["chapter"] = nullptr;
    state["pages"] = Json::array();
    for (const auto& page : preview.pages())
        state["pages"].push_back({{"label", page.label}, {"text", page.text}});
    state["documents"] = Json::array();
    for (const auto& document : preview.documents()) {
        const auto file = preview.ebook().find(document.path);
        if (file == preview.ebook().end()) continue;
        state["documents"].push_back(
            {{"path", "ebook/" + document.path}, {"title", title_of(file->second)}});
    }
    if (view.place.document)
        state["chapter"] = "ebook/" + preview.documents()[*view.place.document].path;
    Result& result = view.preview.result();
    state["findings"] = Json::array();
    for (const Finding& finding : fold(result.diagnostics, result.judgement).all)
        state["findings"].push_back(json_of(finding, view));
    return state;
}

/// The source with this name, by what begins in it; `FileId::none` when nothing does.
FileId file_named(std::string_view name, const Preview& preview) {
    const Sources& sources = const_cast<Preview&>(preview).result().sources;
    for (const auto& document : preview.documents())
        if (document.source.file != FileId::none && sources.name(document.source.file) == name)
            return document.source.file;
    return FileId::none;
}

std::string_view text_of(FileId file, const Preview& preview) {
    return const_cast<Preview&>(preview).result().sources.text(file);
}

}  // namespace

Place changed_place(const Preview& before, const Preview& now, const std::string& book_path,
                    const std::vector<std::string>& changed) {
    Place place;
    for (const std::string& path : changed) {
        if (!path.starts_with(book_path + '/')) continue;
        const std::string name = path.substr(book_path.size() + 1);
        const FileId file = file_named(name, now), old = file_named(name, before);
        if (file == FileId::none) continue;
        const std::string_view text = text_of(file, now);
        const std::string_view was =
            old == FileId::none ? std::string_view{} : text_of(old, before);
        const auto end = std::mismatch(
            text.begin(),
            text.begin() + static_cast<std::ptrdiff_t>(std::min(text.size(), was.size())),
            was.begin());
        const auto offset = static_cast<std::uint32_t>(end.first - text.begin());
        const auto begins_before = [&](Span span) {
            return span.file == file && span.begin <= offset;
        };
        for (std::size_t i = 0; i < now.pages().size(); ++i)
            if (begins_before(now.pages()[i].source)) place.page = i;
        for (std::size_t i = 0; i < now.documents().size(); ++i)
            if (now.documents()[i].source.file == file && !place.document) place.document = i;
        return place;
    }
    return place;
}

void put_ebook(const Preview& preview, const std::shared_ptr<const void>& owner,
               LiveSite::Table& table) {
    std::erase_if(table, [](const auto& part) { return part.first.starts_with("ebook/"); });
    for (const auto& [path, bytes] : preview.ebook())
        table["ebook/" + path] = {std::string(media_type(path)),
                                  [owner, text = &bytes] { return *text; },
                                  LiveSite::Origin::ebook};
}

LiveSite::Table live_table(const View& view, std::shared_ptr<const void> owner) {
    using Origin = LiveSite::Origin;
    LiveSite::Table table = live_page();
    table["state.json"] = {"application/json", [text = to_text(state_of(view))] { return text; },
                           Origin::program};
    const Preview* const preview = &view.preview;
    for (std::size_t i = 0; i < preview->pages().size(); ++i)
        table[fmt::format("pages/{}.png", i)] = {
            "image/png", [owner, preview, i] { return preview->page_picture(i, page_width); },
            Origin::program};
    put_ebook(*preview, owner, table);
    table["slides.html"] = {"text/html; charset=utf-8",
                            [owner, preview] { return preview->slides(); }, Origin::deck};
    return table;
}

}  // namespace triptych::cli
