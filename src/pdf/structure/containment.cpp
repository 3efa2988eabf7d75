#include "pdf/structure/containment.hpp"

#include <array>
#include <map>
#include <utility>

#include <triptych/pdf_structure.hpp>

namespace triptych::pdf {

namespace {

namespace rules = pdf_structure;

struct StandIns {
    std::string_view type;
    std::array<std::string_view, 2> others;
};
/// What says most of a type where it may not stand itself.
constexpr std::array stand_ins = {
    StandIns{"Aside", {"Sect", "Div"}}, StandIns{"BlockQuote", {"Div", "P"}},
    StandIns{"Part", {"Sect", "Div"}},  StandIns{"Sect", {"Div", "NonStruct"}},
    StandIns{"Title", {"P", "Div"}},    StandIns{"Caption", {"P", "Div"}},
    StandIns{"Code", {"Span", "P"}},    StandIns{"FENote", {"Div", "Span"}},
    StandIns{"Link", {"Span", "P"}},    StandIns{"Em", {"Span", "P"}},
    StandIns{"Strong", {"Span", "P"}},  StandIns{"Lbl", {"Span", "P"}},
    StandIns{"Sub", {"Span", "P"}},     StandIns{"Reference", {"Span", "P"}}};
/// For all others, and where these may not stand either; the last may stand anywhere.
constexpr std::array<std::string_view, 4> last_stand_ins = {"P", "Div", "Span", "NonStruct"};

/// An element that may have content of its own, which those that it is in may not.
struct Standing {
    std::string_view parent;
    bool has_content = false;

    bool fits(std::string_view type) const {
        if (!rules::may_hold(parent, type)) return false;
        if (!has_content) return true;
        const bool bare = rules::has_word(rules::looked_through, type);
        return !groups(type) && !(bare && groups(parent));
    }

private:
    static bool groups(std::string_view type) {
        return type == "LI" || rules::has_word(rules::without_content, type);
    }
};

std::string_view fitting(std::string_view type, const Standing& standing) {
    if (standing.fits(type)) return type;
    for (const StandIns& own : stand_ins)
        if (own.type == type)
            for (const std::string_view other : own.others)
                if (standing.fits(other)) return other;
    for (const std::string_view other : last_stand_ins)
        if (standing.fits(other)) return other;
    return last_stand_ins.back();
}

/// Remembers what fits: a book has few pairs of types, and many elements of each. Names are those
/// of tables, so that where they are tells them apart.
class Fitting {
public:
    std::string_view find(std::string_view type, const Standing& standing) {
        const auto [found, fresh] = known_[standing.has_content ? 1 : 0].try_emplace(
            std::pair{type.data(), standing.parent.data()});
        if (fresh) found->second = fitting(type, standing);
        return found->second;
    }

private:
    std::array<std::map<std::pair<const char*, const char*>, std::string_view>, 2> known_;
};

}  // namespace

std::vector<Type> contained_types(const std::vector<pages::Element>& elements, const Repaired& tree,
                                  const Modern& modern) {
    const auto& [formulas, lines, relations, drawn] = modern;
    std::vector<Type> types(elements.size());
    Fitting fits;
    std::vector<std::string_view> holders(elements.size());  // types that children stand in
    for (std::uint32_t i = 0; i < elements.size(); ++i) {
        const std::string_view parent =
            i == 0 ? std::string_view("StructTreeRoot") : holders[index(elements[i].parent)];
        if (const MathElement* math = formulas.find(i)) {
            types[i] = {math->name, Namespace::mathml};
            holders[i] = parent;
            continue;
        }
        std::string_view own = type_of(tree.tags[i], PdfStandard::ua2).name;
        if (tree.tags[i] == pages::Tag::note && relations.refs.count(i) == 0) own = "Div";
        if (lines.has(i)) own = "Sub";
        types[i] = modern_type(fits.find(own, {parent, drawn[i] != 0}));
        const bool transparent = rules::has_word(rules::looked_through, types[i].name);
        holders[i] = transparent ? parent : types[i].name;
    }
    return types;
}

}  // namespace triptych::pdf
