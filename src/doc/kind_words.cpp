#include "doc/kind_words.hpp"

#include "base/address.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {

Word word_of(LinkCardKind kind) {
    switch (kind) {
        case LinkCardKind::page:
            return Word::page;
        case LinkCardKind::web:
            return Word::web_page;
        case LinkCardKind::video:
            return Word::video;
        case LinkCardKind::file:
            return Word::file;
        case LinkCardKind::api:
            break;
    }
    return Word::interface_description;
}

std::string detail_words(const LinkCard& card, std::string_view language) {
    std::string words(word_in(language, word_of(card.kind)));
    if (!card.detail.empty() && card.detail != plain_text(card.title)) words += " · " + card.detail;
    return words;
}

const Url* unsaid_address(const LinkCard& card) {
    const auto* url = std::get_if<Url>(&card.target);
    const std::string title = plain_text(card.title);
    if (url == nullptr || title.empty() || says_address(title, url->address)) return nullptr;
    return says_address(card.detail, url->address) ? nullptr : url;
}

}  // namespace triptych::doc
