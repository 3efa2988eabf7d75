#include "gitbook/book/page_files.hpp"

#include <utility>

#include "base/match.hpp"
#include "base/text.hpp"
#include "doc/walk.hpp"
#include "gitbook/book/missing_files.hpp"
#include "gitbook/syntax/address.hpp"
#include "gitbook/syntax/data_address.hpp"

namespace triptych::gitbook {

Origin PageFiles::origin_of(Span span) const {
    if (span.file == FileId::none || span.file == page_) return origin_;
    return {context_.sources.name(span.file), origin_.space, origin_.page};
}

MediaId PageFiles::claim(const std::string& path, doc::MediaKind kind) {
    const auto id = static_cast<std::uint32_t>(media_.size());
    const auto [entry, is_new] = ids_.try_emplace(path, MediaId{id});
    if (is_new) {
        media_.push_back({path, kind});
    } else if (kind == doc::MediaKind::picture) {
        media_[index(entry->second)].kind = kind;
    }
    return entry->second;
}

const FoundPicture& PageFiles::find_picture(MediaId reference) {
    auto& slot = pictures_[index(reference)];
    if (slot) return *slot;
    const MediaReference& written = references_[index(reference)];
    if (context_.picture_found)
        if (auto data = picture_in_address(written.path)) {
            const MediaId media = claim(data->name, doc::MediaKind::picture);
            context_.picture_found(data->name, std::move(data->bytes));
            return slot.emplace(FoundPicture{LocalFile{data->name}, media});
        }
    FoundPicture picture{context_.links.find_picture(written.path, origin_of(written.span))};
    if (const auto* file = std::get_if<LocalFile>(&picture.source))
        picture.media = claim(file->path, doc::MediaKind::picture);
    if (picture.is_in_book() && !written.dark.empty()) pair(picture.media, written);
    slot = std::move(picture);
    return *slot;
}

void PageFiles::pair(MediaId light, const MediaReference& written) {
    const FoundPicture dark{context_.links.find_picture(written.dark, origin_of(written.span)), {}};
    if (const auto* file = std::get_if<LocalFile>(&dark.source)) {
        const MediaId media = claim(file->path, doc::MediaKind::picture);
        if (media != light) media_[index(light)].dark = media;
    } else {
        report_missing(dark, written.span);
    }
}

void PageFiles::report_missing(const FoundPicture& picture, Span span) {
    std::visit(Match{
                   [](const LocalFile&) {},
                   [&](const doc::Url& url) {
                       diagnostics_.report(Kind::missing_image, span,
                                           say("picture on the web: {}", url.address),
                                           say("add the file to the book; nothing is downloaded"));
                   },
                   [&](const doc::DeadLink& dead) {
                       report_missing_picture(
                           dead.written, context_.links.meant_paths(dead.written, origin_of(span)),
                           context_.files, span, say("add the file, or correct its path"),
                           diagnostics_);
                   },
               },
               picture.source);
}

std::optional<Obstacle> PageFiles::obstacle_to(std::string_view written, Span span) const {
    const std::string path = text::percent_decode(split_reference(written).path);
    return obstacle_at(context_.links.meant_paths(path, origin_of(span)), context_.files);
}

template <typename AnyPicture>
void PageFiles::look_up_alternative(AnyPicture& picture) const {
    const auto entry = context_.alternatives.find(path_of(picture.media));
    if (entry != context_.alternatives.end()) {
        picture.alternative = entry->second.text;
        picture.decorative = entry->second.decorative;
    }
    // What nobody can see or hear describes nothing.
    if (text::count_visible(picture.alternative) == 0) picture.alternative.clear();
}

template <typename AnyPicture>
void PageFiles::report_undescribed(const AnyPicture& picture, Span span) {
    if (!picture.alternative.empty() || picture.decorative) return;
    diagnostics_.report(Kind::missing_alternative, span,
                        say("no alternative text for '{}'", path_of(picture.media)),
                        say("describe it in GitBook or in alt.yaml, or declare it 'decorative'"));
}

void PageFiles::describe(doc::Figure& figure) {
    const std::string caption = doc::plain_text(figure.caption);
    for (doc::Picture& picture : figure.pictures) {
        look_up_alternative(picture);
        if (picture.alternative.empty() && !picture.decorative && text::count_visible(caption) > 0)
            picture.alternative = text::trim(caption);
        report_undescribed(picture, picture.span);
    }
}

void PageFiles::describe(doc::InlineImage& image, Span span) {
    look_up_alternative(image);
    report_undescribed(image, span);
}

void PageFiles::describe_cover(doc::Picture& cover) const {
    look_up_alternative(cover);
    cover.decorative = cover.alternative.empty();
}

std::optional<MediaId> PageFiles::cover(MediaId reference) {
    const FoundPicture& found = find_picture(reference);
    if (found.is_in_book()) return found.media;
    report_missing(found, references_[index(reference)].span);
    return std::nullopt;
}

std::string PageFiles::written_path(MediaId reference) const {
    return text::percent_decode(split_reference(references_[index(reference)].path).path);
}

}  // namespace triptych::gitbook
