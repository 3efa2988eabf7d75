#include "pipeline/picture_places.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "doc/traits.hpp"
#include "doc/walk.hpp"
#include "image/unreadable.hpp"

namespace triptych::pipeline {
namespace {

/// First place of each picture by what is said of it when it can't be read.
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
        const auto found = places_.find(finding.message);
        return found == places_.end() ? finding.span : found->second;
    }

private:
    void add(MediaId media, Span span) {
        places_.try_emplace(image::unreadable_message(book_.media[index(media)].path), span);
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
    return finding.kind == Kind::unreadable_image && finding.span.file == FileId::none;
}

}  // namespace

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
