#include "base/check.hpp"
#include "pages/pages.hpp"

namespace triptych::pages {

// Long because every structure type has its name.
std::string_view name(Tag tag) {
    switch (tag) {
        case Tag::document:
            return "Document";
        case Tag::part:
            return "Part";
        case Tag::section:
            return "Sect";
        case Tag::aside:
            return "Aside";
        case Tag::heading1:
            return "H1";
        case Tag::heading2:
            return "H2";
        case Tag::heading3:
            return "H3";
        case Tag::heading4:
            return "H4";
        case Tag::heading5:
            return "H5";
        case Tag::heading6:
            return "H6";
        case Tag::paragraph:
        case Tag::title:
            return "P";
        case Tag::list:
            return "L";
        case Tag::list_item:
            return "LI";
        case Tag::label:
            return "Lbl";
        case Tag::list_body:
            return "LBody";
        case Tag::table:
            return "Table";
        case Tag::table_row:
            return "TR";
        case Tag::table_header:
            return "TH";
        case Tag::table_data:
            return "TD";
        case Tag::figure:
            return "Figure";
        case Tag::caption:
            return "Caption";
        case Tag::formula:
            return "Formula";
        case Tag::code:
            return "Code";
        case Tag::block_quote:
            return "BlockQuote";
        case Tag::note:
            return "Note";
        case Tag::reference:
            return "Reference";
        case Tag::link:
            return "Link";
        case Tag::toc:
            return "TOC";
        case Tag::toc_item:
            return "TOCI";
        case Tag::span:
        case Tag::emphasis:
        case Tag::strong:
        case Tag::math:
            return "Span";
        case Tag::ruby:
            return "Ruby";
        case Tag::ruby_base:
            return "RB";
        case Tag::ruby_text:
            return "RT";
        case Tag::division:
            return "Div";
    }
    TRIPTYCH_CHECK(false, "a tag without a name");
    return {};
}

}  // namespace triptych::pages
