#include "gitbook/convert/converter.hpp"

#include <algorithm>

namespace triptych::gitbook {

std::string_view Converter::written(Span span) const {
    for (auto file = files.rbegin(); file != files.rend(); ++file)
        if (file->first == span.file && span.begin <= file->second.size())
            return file->second.substr(span.begin, span.end - std::min(span.begin, span.end));
    return {};
}

MediaId Converter::add_media(std::string path, Span span, ImageLook look) {
    const auto id = static_cast<MediaId>(body.media.size());
    body.media.push_back({std::move(path), span});
    looks.push_back(std::move(look));
    return id;
}

doc::Block unsupported(std::string name, std::string source, Span span) {
    return {doc::Unsupported{std::move(name), std::move(source)}, span};
}

doc::Inline text_inline(std::string text, Span span) { return {doc::Text{std::move(text)}, span}; }

doc::Block paragraph(doc::Inlines body, Span span) {
    return {doc::Paragraph{std::move(body), doc::ParagraphRole::body}, span};
}

}  // namespace triptych::gitbook
