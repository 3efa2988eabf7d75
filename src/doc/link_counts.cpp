#include "doc/link_counts.hpp"

#include <fmt/format.h>

#include "base/match.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

class Counter {
public:
    void blocks(const Blocks& list) {
        for (const Block& block : list) {
            for_each_target(block, [this](const Target& target, Span) { count(target); });
            for_each_child(
                block, [this](const Inlines& children) { inlines(children); },
                [this](const Blocks& children) { blocks(children); });
        }
    }

    void inlines(const Inlines& list) {
        for (const Inline& node : list) {
            if (const Target* target = facts_of(node).target) count(*target);
            for_each_child(node, [this](const Inlines& children) { inlines(children); });
        }
    }

    const LinkCounts& counts() const { return counts_; }

private:
    void count(const Target& target) {
        std::visit(
            Match{
                [&](const PageRef& ref) {
                    ++(ref.element.empty() ? counts_.pages : counts_.elements);
                },
                [&](const Url& url) {
                    ++(url.address.starts_with("mailto:") ? counts_.mails : counts_.addresses);
                },
                [&](const FileRef&) { ++counts_.files; },
                [&](const TranslationRef& ref) {
                    ++(ref.element.empty() ? counts_.pages : counts_.elements);
                },
                [&](const DeadLink&) { ++counts_.dead; },
            },
            target);
    }

    LinkCounts counts_;
};

}  // namespace

LinkCounts count_links(const Book& book) {
    Counter counter;
    for (const Page& page : book.pages) {
        counter.inlines(page.title);
        counter.blocks(page.body);
        for (const Note& note : page.notes) counter.blocks(note.body);
    }
    return counter.counts();
}

}  // namespace triptych::doc

namespace triptych {

std::string to_text(const LinkCounts& counts, MessageLanguage language) {
    return say("{} to pages, {} to places in pages, {} to addresses, {} by mail, {} to files, {} "
               "dead",
               counts.pages, counts.elements, counts.addresses, counts.mails, counts.files,
               counts.dead)
        .in(language);
}

}  // namespace triptych
