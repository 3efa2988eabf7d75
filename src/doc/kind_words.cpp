#include "doc/kind_words.hpp"

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

}  // namespace triptych::doc
