#include "doc/structure_changes.hpp"

#include <set>
#include <string>

#include <fmt/format.h>

#include "base/text.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

/// Looks through the blocks of one page.
class PageLister {
public:
    explicit PageLister(std::vector<Change>& changes) : changes_(changes) {}

    void list(const Blocks& blocks) {
        for (const Block& block : blocks) {
            if (const auto* heading = std::get_if<Heading>(&block.node)) list(*heading, block.span);
            if (const auto* paragraph = std::get_if<Paragraph>(&block.node))
                list(*paragraph, block.span);
            for_each_child(
                block, [](const Inlines&) {}, [this](const Blocks& body) { list(body); });
        }
    }

private:
    void list(const Heading& heading, Span span) {
        if (heading.level != heading.written_level)
            changes_.push_back({span, fmt::format("level {}", heading.written_level),
                                fmt::format("level {}", heading.level), "heading-level"});
        const std::string title = text::collapse_spaces(plain_text(heading.body));
        if (!titles_.insert(heading.number + ' ' + title).second)
            changes_.push_back({span, title, '#' + heading.id, "numbered-anchor"});
    }
    void list(const Paragraph& paragraph, Span span) {
        if (paragraph.role != ParagraphRole::bold_heading) return;
        const std::string words = text::collapse_spaces(plain_text(paragraph.body));
        changes_.push_back({span, words, words, "bold-heading"});
    }

    std::vector<Change>& changes_;
    std::set<std::string> titles_;
};

}  // namespace

std::vector<Change> structure_changes(const Book& book) {
    std::vector<Change> changes;
    for (const Page& page : book.pages) PageLister(changes).list(page.body);
    return changes;
}

}  // namespace triptych::doc
