#include "pdf/structure/types.hpp"

#include "base/is_one_of.hpp"

namespace triptych::pdf {

namespace {

using pages::Tag;

/// Types that PDF 2.0 took out (ISO 32000-2 annex L).
constexpr std::array of_pdf17_only = {std::string_view("TOC"),        std::string_view("TOCI"),
                                      std::string_view("Reference"),  std::string_view("Code"),
                                      std::string_view("BlockQuote"), std::string_view("NonStruct"),
                                      std::string_view("Note")};

struct Pair {
    std::string_view type, other;
};
constexpr std::array pdf17_stand_ins = {Pair{"Title", "P"},     Pair{"Aside", "Sect"},
                                        Pair{"FENote", "Note"}, Pair{"Em", "Span"},
                                        Pair{"Strong", "Span"}, Pair{"Sub", "Span"}};

std::string_view modern_name(Tag tag) {
    switch (tag) {
        case Tag::title:
            return "Title";
        case Tag::note:
            return "FENote";
        case Tag::emphasis:
            return "Em";
        case Tag::strong:
            return "Strong";
        default:
            return pages::name(tag);
    }
}

}  // namespace

std::string_view address_of(Namespace space) {
    switch (space) {
        case Namespace::none:
            return {};
        case Namespace::pdf2:
            return "http://iso.org/pdf2/ssn";
        case Namespace::mathml:
            return "http://www.w3.org/1998/Math/MathML";
    }
    return {};
}

Type type_of(Tag tag, PdfStandard standard) {
    if (standard == PdfStandard::ua1) return {pages::name(tag), Namespace::none};
    return modern_type(modern_name(tag));
}

Type modern_type(std::string_view name) {
    const bool old = is_one_of(name, of_pdf17_only);
    return {name, old ? Namespace::none : Namespace::pdf2};
}

std::string_view compatible_type(const Type& type) {
    if (type.space == Namespace::mathml) return "Span";
    for (const Pair& pair : pdf17_stand_ins)
        if (pair.type == type.name) return pair.other;
    return {};
}

}  // namespace triptych::pdf
