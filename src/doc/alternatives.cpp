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
                if (figure->caption.empty())
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
    std::string take() {
        if (found_.empty()) return "# Every picture has an alternative text.\n";
        std::string out = fmt::format(
            "# {} without alternative text. Say what each shows, or write 'decorative',\n"
            "# and keep these lines as alt.yaml in the root of the book.\n",
            found_.size() == 1 ? "1 picture" : fmt::format("{} pictures", found_.size()));
        for (const auto& [path, places] : found_) {
            for (const std::string& place : places) out += "\n# " + place;
            out += '\n' + json_string(path) + ": \"\"\n";
        }
        return out;
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

std::string alternatives_stub(const Book& book, const Sources& sources) {
    Collector collector(book, sources);
    for (const Page& page : book.pages) {
        collector.inlines(page.title);
        collector.blocks(page.body);
        for (const Note& note : page.notes) collector.blocks(note.body);
    }
    return collector.take();
}

}  // namespace triptych::doc
