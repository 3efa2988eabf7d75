#include "doc/alternatives.hpp"

#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/json.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

/// Where the pictures without a text are shown, by path.
class Collector {
public:
    Collector(const Book& book, const Sources& sources) : book_(book), sources_(sources) {}

    void blocks(const Blocks& list) {
        for (const Block& block : list) {
            if (const auto* figure = std::get_if<Figure>(&block.node))
                for (const Picture& picture : figure->pictures) add(picture, picture.span);
            for_each_child(
                block, [this](const Inlines& body) { inlines(body); },
                [this](const Blocks& body) { blocks(body); });
        }
    }
    void inlines(const Inlines& list) {
        for (const Inline& node : list) {
            if (const InlineImage* image = facts_of(node).picture) add(*image, node.span);
            for_each_child(node, [this](const Inlines& body) { inlines(body); });
        }
    }
    AlternativeEntries take(const std::set<std::string>& given) {
        AlternativeEntries entries;
        for (const auto& [path, places] : found_) {
            if (given.contains(path)) continue;
            ++entries.count;
            for (const std::string& place : places) entries.lines += "\n# " + place;
            entries.lines += '\n' + json_string(path) + ": \"\"\n";
        }
        return entries;
    }

private:
    template <typename AnyPicture>
    void add(const AnyPicture& picture, Span span) {
        if (!picture.alternative.empty() || picture.decorative) return;
        const Location at = sources_.locate(span);
        found_[book_.media[index(picture.media)].path].push_back(
            fmt::format("{}:{}:{}", at.file, at.line, at.column));
    }

    const Book& book_;
    const Sources& sources_;
    std::map<std::string, std::vector<std::string>> found_;
};

}  // namespace

AlternativeEntries missing_alternatives(const Book& book, const Sources& sources,
                                        const std::set<std::string>& given) {
    Collector collector(book, sources);
    for (const Page& page : book.pages) {
        collector.inlines(page.title);
        collector.blocks(page.body);
        for (const Note& note : page.notes) collector.blocks(note.body);
    }
    return collector.take(given);
}

}  // namespace triptych::doc
