#pragma once

#include <algorithm>
#include <array>
#include <string_view>

/// Which structure elements of PDF 2.0 may stand in which (ISO/TS 32005:2023, table 5), for what
/// writes files and for what reads them back; hence C++17.
namespace triptych::pdf_structure {

/// `H1`, `H2`, ... are one type, `Hn`.
struct Containment {
    std::string_view parent;
    std::string_view children;  ///< all that it may hold, parted by spaces
};

// clang-format off
inline constexpr std::array containments = {
    Containment{"Annot",
     "Annot Art Artifact Aside BibEntry BlockQuote Caption Code Div DocumentFragment Em "
     "FENote Figure Form Formula H Hn L Lbl Link NonStruct Note P Part Quote Reference "
     "Ruby Sect Span Strong Sub Table Title Warichu"},
    Containment{"Art",
     "Annot Artifact Aside BlockQuote Caption Code Div DocumentFragment FENote Figure Form "
     "Formula H Hn Index L Lbl Link NonStruct Note P Part Private Sect TOC Table Title"},
    Containment{"Aside",
     "Annot Art Artifact BlockQuote Caption Code Div Document DocumentFragment FENote "
     "Figure Form Formula H Hn Index L Lbl Link NonStruct Note P Part Private Reference "
     "Sect TOC Table"},
    Containment{"BibEntry",
     "Annot Artifact Div Em FENote Figure Lbl Link NonStruct Note P Part Private Reference "
     "Span Strong"},
    Containment{"BlockQuote",
     "Annot Art Artifact BlockQuote Caption Code Div Document DocumentFragment FENote "
     "Figure Form Formula H Hn Index L Lbl Link NonStruct Note P Part Private Reference "
     "Sect TOC Table"},
    Containment{"Caption",
     "Annot Art Artifact Aside BibEntry BlockQuote Code Div DocumentFragment Em FENote "
     "Figure Form Formula H Hn Index L Lbl Link NonStruct Note P Part Private Quote "
     "Reference Ruby Sect Span Strong Sub Table Warichu"},
    Containment{"Code",
     "Annot Artifact BibEntry Div DocumentFragment Em FENote Link NonStruct Note Part "
     "Private Reference Span Strong Sub"},
    Containment{"Document",
     "Annot Art Artifact Aside BlockQuote Code Div Document DocumentFragment FENote Figure "
     "Form Formula H Hn Index L Link NonStruct Note P Part Private Sect TOC Table Title"},
    Containment{"DocumentFragment",
     "Annot Art Artifact Aside BlockQuote Code Div Document DocumentFragment FENote Figure "
     "Form Formula H Hn Index L Link NonStruct Note P Part Private Sect TOC Table Title"},
    Containment{"Em",
     "Annot Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct Note "
     "Private Quote Reference Ruby Span Strong Sub Warichu"},
    Containment{"FENote",
     "Annot Art Artifact Aside BlockQuote Caption Code Div DocumentFragment Em FENote "
     "Figure Form Formula L Lbl Link NonStruct Note P Part Private Quote Reference Ruby "
     "Sect Span Strong Sub Table Warichu"},
    Containment{"Figure",
     "Annot Art Artifact Aside BibEntry BlockQuote Caption Code Div Em FENote Figure Form "
     "Formula H Hn Index L Lbl Link NonStruct Note P Part Private Quote Reference Ruby "
     "Sect Span Strong Sub Table Warichu"},
    Containment{"Form",
     "Artifact BibEntry Caption Code Div FENote Figure Formula L Lbl NonStruct Note Part "
     "Private Reference Table"},
    Containment{"Formula",
     "Annot Artifact Aside BibEntry BlockQuote Caption Code Div Em FENote Figure Form "
     "Formula H Hn Index L Lbl Link NonStruct Note P Part Private Quote Reference Ruby "
     "Span Strong Sub Table Warichu"},
    Containment{"H",
     "Annot Art Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct "
     "Note Private Quote Reference Ruby Sect Span Strong Sub Warichu"},
    Containment{"Hn",
     "Annot Art Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct "
     "Note Private Quote Reference Ruby Sect Span Strong Sub Warichu"},
    Containment{"Index",
     "Annot Artifact Caption Div FENote Figure Formula H Hn L NonStruct Note P Part "
     "Private Reference Sect Table"},
    Containment{"L",
     "Artifact Caption L LI NonStruct Private"},
    Containment{"LBody",
     "Annot Art Artifact Aside BibEntry BlockQuote Caption Code Div Em FENote Figure Form "
     "Formula H Hn Index L Link NonStruct Note P Part Private Quote Reference Ruby Sect "
     "Span Strong Sub Table Warichu"},
    Containment{"LI",
     "Artifact Div LBody Lbl NonStruct Private"},
    Containment{"Lbl",
     "Annot Artifact BibEntry Code Em FENote Figure Form Formula Link NonStruct Note "
     "Private Quote Reference Ruby Span Strong Sub Warichu"},
    Containment{"Link",
     "Annot Art Artifact Aside BibEntry BlockQuote Caption Code Div DocumentFragment Em "
     "FENote Figure Form Formula H Hn L Lbl NonStruct Note P Part Private Quote Reference "
     "Ruby Sect Span Strong Sub Table Title Warichu"},
    Containment{"Note",
     "Annot Art Artifact Aside BibEntry BlockQuote Caption Code Div DocumentFragment Em "
     "FENote Figure Form Formula Index L Lbl Link NonStruct Note P Part Private Quote "
     "Reference Ruby Sect Span Strong Sub Table Warichu"},
    Containment{"P",
     "Annot Artifact BibEntry Code Em FENote Figure Form Formula L Lbl Link NonStruct Note "
     "Private Quote Reference Ruby Span Strong Sub Table Warichu"},
    Containment{"Quote",
     "Annot Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct Note "
     "Private Quote Reference Ruby Span Strong Sub Warichu"},
    Containment{"RB",
     "Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub"},
    Containment{"RP",
     "Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub"},
    Containment{"RT",
     "Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub"},
    Containment{"Reference",
     "Annot Artifact BibEntry Em FENote Figure Lbl Link NonStruct Note Private Span Strong"},
    Containment{"Ruby",
     "NonStruct Private RB RP RT"},
    Containment{"Sect",
     "Annot Art Artifact Aside BlockQuote Caption Code Div DocumentFragment FENote Figure "
     "Form Formula H Hn Index L Lbl Link NonStruct Note P Part Private Sect TOC Table "
     "Title"},
    Containment{"Span",
     "Annot Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct Note "
     "Private Quote Reference Ruby Span Strong Sub Warichu"},
    Containment{"Strong",
     "Annot Artifact BibEntry Code Em FENote Figure Form Formula Lbl Link NonStruct Note "
     "Private Quote Reference Ruby Span Strong Sub Warichu"},
    Containment{"StructTreeRoot",
     "Document"},
    Containment{"Sub",
     "Annot Artifact BibEntry Code Em FENote Figure Form Formula L Lbl Link NonStruct Note "
     "Private Quote Reference Ruby Span Strong Warichu"},
    Containment{"TBody",
     "Artifact NonStruct Private TR"},
    Containment{"TD",
     "Annot Art Artifact BibEntry Code Div Em FENote Figure Form Formula H Hn Index L Lbl "
     "Link NonStruct Note P Private Quote Reference Ruby Sect Span Strong Table Warichu"},
    Containment{"TFoot",
     "Artifact NonStruct Private TR"},
    Containment{"TH",
     "Annot Art Artifact BibEntry Code Div Em FENote Figure Form Formula H Hn Index L Lbl "
     "Link NonStruct Note P Private Quote Reference Ruby Sect Span Strong Table Warichu"},
    Containment{"THead",
     "Artifact NonStruct Private TR"},
    Containment{"TOC",
     "Artifact Caption NonStruct Private TOC TOCI"},
    Containment{"TOCI",
     "Artifact Div Lbl NonStruct P Private Reference TOC"},
    Containment{"TR",
     "Artifact NonStruct Private TD TH"},
    Containment{"Table",
     "Artifact Caption NonStruct Private TBody TFoot THead TR"},
    Containment{"Title",
     "Annot Artifact Aside BibEntry Caption Code Div Em FENote Figure Form Formula L Lbl "
     "Link NonStruct Note P Part Private Quote Reference Ruby Span Strong Table Warichu"},
    Containment{"WP",
     "Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub"},
    Containment{"WT",
     "Annot Artifact Em Form Link NonStruct Private Quote Reference Span Strong Sub"},
    Containment{"Warichu",
     "NonStruct Private WP WT"},
};
// clang-format on

/// Types that hold no content of their own, only elements.
inline constexpr std::string_view without_content =
    "Art Document DocumentFragment Index L Sect StructTreeRoot TBody TFoot THead TOC TOCI TR Table";
/// Types that hold at most one caption.
inline constexpr std::string_view with_one_caption =
    "Artifact Aside BlockQuote Figure Form Formula L LBody TOC Table Title";
/// Types that are looked through: what stands in them stands in what they stand in.
inline constexpr std::string_view looked_through = "Div NonStruct Part";

/// Whether `words`, parted by spaces, hold `word`.
constexpr bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (words.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

/// `Hn` for `H1`, `H2`, ...; other types as they are.
constexpr std::string_view kind_of(std::string_view type) {
    if (type.size() < 2 || type[0] != 'H' || type[1] < '1' || type[1] > '9') return type;
    for (const char c : type.substr(2))
        if (c < '0' || c > '9') return type;
    return "Hn";
}

/// Whether `child` may stand in `parent`, which is none that is looked through. Types that the
/// table does not know may stand, and hold, anything.
constexpr bool may_hold(std::string_view parent, std::string_view child) {
    constexpr std::string_view all =
        "Annot Art Artifact Aside BibEntry BlockQuote Caption Code Div Document DocumentFragment "
        "Em "
        "FENote Figure Form Formula H Hn Index L LBody LI Lbl Link NonStruct Note P Part Private "
        "Quote RB RP RT Reference Ruby Sect Span Strong Sub TBody TD TFoot TH THead TOC TOCI TR "
        "Table Title WP WT Warichu";
    const std::string_view kind = kind_of(child);
    if (!has_word(all, kind)) return true;
    for (const Containment& row : containments)
        if (row.parent == kind_of(parent)) return has_word(row.children, kind);
    return true;
}

}  // namespace triptych::pdf_structure
