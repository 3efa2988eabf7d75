#include <set>
#include <string_view>

#include "booklet/link_notes.hpp"
#include "booklet/printed_address.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"
#include "pipeline/parity.hpp"

namespace triptych::pipeline {
namespace {

/// Walks a book for addresses of which paper has a part only.
class AddressAccount {
public:
    Parity take(const doc::Book& book) {
        for (const doc::Page& page : book.pages) {
            blocks(page.body);
            for (const doc::Note& note : page.notes) blocks(note.body);
        }
        return std::move(parity_);
    }

private:
    /// Those of headings are on screen only.
    void blocks(const doc::Blocks& list) {
        for (const doc::Block& block : list) {
            const bool heads = doc::traits_of(block).is_heading;
            doc::for_each_child(
                block,
                [&](const doc::Inlines& body) {
                    if (!heads) inlines(body);
                },
                [&](const doc::Blocks& body) { blocks(body); });
        }
    }
    void inlines(const doc::Inlines& list) {
        for (const doc::Inline& node : list) {
            const doc::Url* url = booklet::hidden_address(node);
            if (url != nullptr && booklet::is_shortened_in_print(url->address) &&
                told_.insert(url->address).second)
                parity_.note(node.span, Fate::shortened,
                             say("address '{}': printed without its middle", url->address));
            doc::for_each_child(node, [this](const doc::Inlines& body) { inlines(body); });
        }
    }

    std::set<std::string_view> told_;
    Parity parity_{std::string(name(Panel::booklet))};
};

}  // namespace

Parity parity_of_addresses(const doc::Book& book, const style::Booklet& style) {
    const bool has_codes = style.links == style::LinksOnPaper::page && style.link_codes;
    const bool prints = style.links != style::LinksOnPaper::none && !has_codes;
    return prints ? AddressAccount().take(book) : Parity{std::string(name(Panel::booklet))};
}

}  // namespace triptych::pipeline
