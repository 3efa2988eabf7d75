#include "pptx/writer/formulas.hpp"

#include "doc/formula_text.hpp"
#include "pptx/opc/part_xml.hpp"

namespace triptych::pptx {
namespace {

constexpr const char* compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
constexpr const char* drawing_2010 = "http://schemas.microsoft.com/office/drawing/2010/main";
constexpr const char* math = "http://schemas.openxmlformats.org/officeDocument/2006/math";

}  // namespace

FormulaText add_formula_choice(pugi::xml_node p, const std::string& tex, FormulaPlace place,
                               const FormulaLook& look) {
    const auto parsed =
        doc::tex::parse(tex, place == FormulaPlace::own_line ? doc::tex::Place::own_line
                                                             : doc::tex::Place::in_line);
    if (!parsed.formula) return {p, tex};
    auto either = add(p, "mc:AlternateContent", {{"xmlns:mc", compatibility}});
    // Impress knows what is asked for by another name only, and takes the text: it would lose a
    // formula that stands between words.
    auto choice = add(either, "mc:Choice", {{"xmlns:fm", drawing_2010}, {"Requires", "fm"}});
    auto around = add(choice, "fm:m");
    if (place == FormulaPlace::own_line) around = add(around, "m:oMathPara", {{"xmlns:m", math}});
    add_formula(around, *parsed.formula, look);
    return {add(either, "mc:Fallback"), doc::formula_text(*parsed.formula)};
}

}  // namespace triptych::pptx
