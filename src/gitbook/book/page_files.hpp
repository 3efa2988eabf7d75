#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <triptych/diagnostics.hpp>
#include <triptych/files.hpp>

#include "doc/model.hpp"
#include "gitbook/book/diagram_pictures.hpp"
#include "gitbook/book/links.hpp"
#include "gitbook/book/metadata.hpp"
#include "gitbook/convert/body.hpp"

namespace triptych::gitbook {

/// What the pages of one book share while they are resolved; constant.
struct ResolveContext {
    const LinkResolver& links;
    const std::map<std::string, Alternative>& alternatives;
    const Files& files;
    const Sources& sources;
    std::string language;
    /// As `Options::picture_found`.
    const std::function<void(const std::string&, std::string)>& picture_found;
    DiagramPictures& diagrams;
};

/// A picture of a page, looked up once.
struct FoundPicture {
    PictureSource source;
    MediaId media{};  ///< of a file in the book

    bool is_in_book() const { return std::holds_alternative<LocalFile>(source); }
    /// Its address when it is on the web, or null.
    const doc::Url* on_web() const { return std::get_if<doc::Url>(&source); }
};

/// The pictures and files of one page: found, numbered, described. All arguments must outlive it.
class PageFiles {
public:
    PageFiles(FileId page, const std::vector<MediaReference>& references, const Origin& origin,
              const ResolveContext& context, Diagnostics& diagnostics)
        : page_(page),
          references_(references),
          pictures_(references.size()),
          origin_(origin),
          context_(context),
          diagnostics_(diagnostics) {}

    /// Included text resolves against the file it was written in.
    Origin origin_of(Span span) const;
    /// The number of the file at `path`.
    MediaId claim(const std::string& path, doc::MediaKind kind);
    const std::string& path_of(MediaId file) const { return media_[index(file)].path; }
    const FoundPicture& find_picture(MediaId reference);
    /// Whether the picture only stands for another one on dark grounds.
    bool is_twin(MediaId reference) const { return references_[index(reference)].is_twin; }
    /// Says that a picture is not in the book, or can't be read, when it is so.
    void report_missing(const FoundPicture& picture, Span span);
    /// Why the file can't be read that `written` leads to, where it is more than that there is
    /// none.
    std::optional<Obstacle> obstacle_to(std::string_view written, Span span) const;
    /// Give pictures the alternative texts that `alt.yaml` has for them. A figure's caption is that
    /// of pictures which nobody has described; reports those of figures and lines that have none.
    void describe(doc::Figure& figure);
    void describe(doc::InlineImage& image, Span span);
    /// A cover only adorns its card, unless its author says what it shows.
    void describe_cover(doc::Picture& cover) const;
    /// The cover's file; nothing, which is reported, when it is not in the book.
    std::optional<MediaId> cover(MediaId reference);
    /// The path of a picture as it is written, without what follows it in an address.
    std::string written_path(MediaId reference) const;
    std::vector<doc::Media> take() { return std::move(media_); }

private:
    /// Names the picture that stands for `light` on dark grounds.
    void pair(MediaId light, const MediaReference& written);
    template <typename AnyPicture>
    void look_up_alternative(AnyPicture& picture) const;
    template <typename AnyPicture>
    void report_undescribed(const AnyPicture& picture, Span span);

    FileId page_;
    const std::vector<MediaReference>& references_;
    std::vector<std::optional<FoundPicture>> pictures_;
    Origin origin_;
    const ResolveContext& context_;
    Diagnostics& diagnostics_;
    std::vector<doc::Media> media_;
    std::unordered_map<std::string, MediaId> ids_;
};

}  // namespace triptych::gitbook
