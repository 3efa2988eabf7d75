#include "gitbook/dialects/foreign_blocks.hpp"

#include <utility>

#include "gitbook/dialects/attribute_lists.hpp"
#include "gitbook/dialects/comment_tabs.hpp"
#include "gitbook/dialects/components.hpp"
#include "gitbook/dialects/directives.hpp"
#include "gitbook/dialects/liquid.hpp"
#include "gitbook/dialects/shortcodes.hpp"

namespace triptych::gitbook {

std::optional<MappedText> foreign_blocks(const MappedText& source, Dialect dialect,
                                         Diagnostics& diagnostics) {
    std::optional<MappedText> text;
    const auto take = [&](std::optional<MappedText> read) {
        if (read) text = std::move(read);
    };
    // GitBook and HonKit show such marks as they are.
    if (dialect != Dialect::gitbook && dialect != Dialect::honkit)
        take(shortcodes_as_tags(source, diagnostics));
    if (dialect == Dialect::plain) {
        take(without_liquid(text ? *text : source));
        take(without_attribute_lists(text ? *text : source));
    }
    take(comment_tabs_as_tags(text ? *text : source));
    take(plain_directives(text ? *text : source));
    take(components_as_tags(text ? *text : source, dialect));
    return text;
}

}  // namespace triptych::gitbook
