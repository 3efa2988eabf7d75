#include "pipeline/picture_places.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"
#include "image/unreadable.hpp"

namespace triptych::pipeline {
namespace {

/// First place of each picture by how findings about it begin.
class Places {
public:
    explicit Places(const doc::Book& book) : book_(book) {
        for (const doc::Page& page : book.pages) {
            if (page.cover) add(*page.cover, page.span);
            inlines(page.title);
            blocks(page.body);
            for (const doc::Note& note : page.notes) blocks(note.body);
        }
    }

    Span of(const Diagnostic& finding) const {
        auto next = places_.upper_bound(finding.message.english());
        if (next == places_.begin()) return finding.span;
        const auto& [begin, place] = *--next;
        return finding.message.english().starts_with(begin) ? place : finding.span;
    }

private:
    void add(MediaId media, Span span) {
        places_.try_emplace(image::message_about(book_.media[index(media)].path), span);
    }
    void inlines(const doc::Inlines& list) {
        for (const doc::Inline& node : list) {
            if (const auto* image = doc::facts_of(node).picture) add(image->media, node.span);
            doc::for_each_child(node, [this](const doc::Inlines& body) { inlines(body); });
        }
    }
    void blocks(const doc::Blocks& list) {
        for (const doc::Block& block : list) {
            doc::for_each_picture(
                block, [this](const doc::Picture& picture) { add(picture.media, picture.span); });
            doc::for_each_child(
                block, [this](const doc::Inlines& body) { inlines(body); },
                [this](const doc::Blocks& body) { blocks(body); });
        }
    }

    const doc::Book& book_;
    std::map<std::string, Span, std::less<>> places_;
};

bool lacks_place(const Diagnostic& finding) {
    return finding.message.english().starts_with("picture '") && finding.span.file == FileId::none;
}

struct Said {
    Kind kind;
    Message hint;
};

Said said_of(svg::Finding::Kind kind) {
    switch (kind) {
        case svg::Finding::Kind::unsafe:
            return {Kind::unsafe_picture,
                    say("draw it without, or save it as a picture in pixels")};
        case svg::Finding::Kind::lost_text:
            return {Kind::picture_text_lost, say("save it with text as text, or as shapes")};
        case svg::Finding::Kind::costly:
            return {Kind::costly_picture, say("draw it with fewer effects, or save it in pixels")};
        case svg::Finding::Kind::changed:
            return {Kind::content_dropped,
                    say("look at it; if something is missing, save it as plain SVG, or in pixels")};
    }
    return {};
}

}  // namespace

Diagnostics findings_in_drawings(const doc::Book& book, const image::Store& images,
                                 Threads& threads) {
    std::vector<std::vector<svg::Finding>> found(book.media.size());
    for_each_index(book.media.size(), threads, [&](std::size_t i) {
        if (text::lower_case(book.media[i].path).ends_with(".svg"))
            found[i] = images.findings(MediaId(i));
    });
    Diagnostics findings;
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const auto& finding : found[i]) {
            const auto said = said_of(finding.kind);
            const auto& path = book.media[i].path;
            findings.report(said.kind, {},
                            finding.line > 0 ? say("picture '{}': {} (line {} of the file)", path,
                                                   finding.message, finding.line)
                                             : say("picture '{}': {}", path, finding.message),
                            said.hint);
        }
    return with_places(findings, book);
}

Diagnostics with_places(const Diagnostics& findings, const doc::Book& book) {
    const auto& all = findings.all();
    if (std::none_of(all.begin(), all.end(), lacks_place)) return findings;
    const Places places(book);
    Diagnostics placed;
    for (Diagnostic finding : all) {
        if (lacks_place(finding)) finding.span = places.of(finding);
        placed.report(std::move(finding));
    }
    return placed;
}

}  // namespace triptych::pipeline
