#include "pptx/drawing/omml.hpp"

#include <iterator>
#include <string_view>
#include <utility>

#include "base/is_one_of.hpp"
#include "base/match.hpp"
#include "base/xml.hpp"
#include "doc/matrix_columns.hpp"
#include "pptx/opc/part_xml.hpp"

namespace triptych::pptx {
namespace {

namespace tex = doc::tex;

/// Writes the nodes of a formula, one function for each kind.
class FormulaWriter {
public:
    explicit FormulaWriter(const FormulaLook& look) : look_(look), colour_(look.colour) {}

    // Long because every kind of node has its line.
    void add_all(pugi::xml_node parent, const tex::Nodes& nodes) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (const auto* scripts = std::get_if<tex::Scripts>(&nodes[i].content))
                if (is_large(*scripts)) {
                    // What a sum stands before belongs to it.
                    add_large(parent, *scripts,
                              {nodes.begin() + static_cast<long>(i) + 1, nodes.end()});
                    return;
                }
            add_one(parent, nodes[i]);
        }
    }

private:
    void add_one(pugi::xml_node parent, const tex::Node& node) {
        std::visit(Match{[&](const tex::Identifier& one) {
                             add_run(parent, one.text, one.upright || one.function ? "p" : "");
                             if (one.function) add_run(parent, "\xE2\x81\xA1", "p");
                         },
                         [&](const tex::Number& one) { add_run(parent, one.text, "p"); },
                         [&](const tex::Operator& one) { add_run(parent, one.text, "p"); },
                         [&](const tex::Words& one) { add_words(parent, one); },
                         [&](const tex::Space& one) { add_space(parent, one); },
                         [&](const tex::Group& one) { add_all(parent, one.body); },
                         [&](const tex::Fraction& one) { add_fraction(parent, one); },
                         [&](const tex::Root& one) { add_root(parent, one); },
                         [&](const tex::Scripts& one) { add_scripts(parent, one); },
                         [&](const tex::Fenced& one) { add_fenced(parent, one); },
                         [&](const tex::Accent& one) { add_accent(parent, one); },
                         [&](const tex::Matrix& one) { add_matrix(parent, one); },
                         [&](const tex::Styled& one) { add_all(parent, one.body); },
                         [&](const tex::Classed& one) { add_classed(parent, one); },
                         [&](const tex::Arrow& one) { add_arrow(parent, one); },
                         [&](const tex::Enclosed& one) { add_enclosed(parent, one); },
                         [&](const tex::Padded& one) { add_padded(parent, one); },
                         [&](const tex::Coloured& one) { add_coloured(parent, one); },
                         [&](const tex::Sized& one) { add_sized(parent, one); },
                         [&](const tex::Unread& one) { add_unread(parent, one); }},
                   node.content);
    }

    void add_look(pugi::xml_node run, bool italic) const {
        auto properties = add(run, "a:rPr", {{"lang", look_.language}});
        if (!look_.size.empty()) xml::set_attribute(properties, "sz", size());
        xml::set_attribute(properties, "i", italic ? "1" : "0");
        if (!colour_.empty()) add(add(properties, "a:solidFill"), "a:srgbClr", {{"val", colour_}});
        add(properties, "a:latin", {{"typeface", "Cambria Math"}});
    }
    /// Upright with `style` p, words that are no mathematics with `nor`.
    void add_run(pugi::xml_node parent, std::string_view text, std::string_view style) const {
        if (text.empty()) return;
        auto run = add(parent, "m:r");
        auto properties = add(run, "m:rPr");
        if (style == "nor") add(properties, "m:nor");
        if (style == "p") add(properties, "m:sty", {{"m:val", "p"}});
        add_look(run, style.empty());
        xml::append_text(add(run, "m:t"), text);
    }
    void add_words(pugi::xml_node parent, const tex::Words& words) const {
        add_run(parent, words.text, "nor");
    }
    void add_space(pugi::xml_node parent, const tex::Space& space) const {
        if (space.width >= 900) return add_run(parent, "\xE2\x80\x83", "p");
        if (space.width >= 250) return add_run(parent, "\xE2\x80\x84", "p");
        if (space.width > 0) add_run(parent, "\xE2\x80\x89", "p");
    }
    void add_part(pugi::xml_node parent, const char* name, const tex::Nodes& nodes) {
        add_all(add(parent, name), nodes);
    }

    std::string size() const {
        if (percent_ == 100) return look_.size;
        return std::to_string(std::clamp(std::stoi(look_.size) * percent_ / 100, 100, 400'000));
    }

    void add_classed(pugi::xml_node parent, const tex::Classed& classed) {
        auto node = add(parent, "m:box");
        add(add(node, "m:boxPr"), "m:opEmu", {{"m:val", "1"}});
        add_part(node, "m:e", classed.body);
    }
    /// The words stretch the arrow, which is the sign that stands under or over them.
    void add_arrow(pugi::xml_node parent, const tex::Arrow& arrow) {
        const bool over = !arrow.above.empty() || arrow.below.empty();
        const bool both = over && !arrow.below.empty();
        auto outer = both ? add(parent, "m:limLow") : parent;
        auto node = add(both ? add(outer, "m:e") : outer, "m:groupChr");
        auto properties = add(node, "m:groupChrPr");
        add(properties, "m:chr", {{"m:val", arrow.sign}});
        add(properties, "m:pos", {{"m:val", over ? "bot" : "top"}});
        add(properties, "m:vertJc", {{"m:val", over ? "bot" : "top"}});
        auto words = add(node, "m:e");
        add_run(words, "\xE2\x80\x82", "p");
        add_all(words, over ? arrow.above : arrow.below);
        add_run(words, "\xE2\x80\x82", "p");
        if (both) add_part(outer, "m:lim", arrow.below);
    }
    void add_enclosed(pugi::xml_node parent, const tex::Enclosed& enclosed) {
        auto node = add(parent, "m:borderBox");
        auto properties = add(node, "m:borderBoxPr");
        const auto put = [&](const char* name, bool holds) {
            if (holds) add(properties, name, {{"m:val", "1"}});
        };
        for (const char* side : {"m:hideTop", "m:hideBot", "m:hideLeft", "m:hideRight"})
            put(side, !enclosed.frame);
        put("m:strikeH", enclosed.level);
        put("m:strikeBLTR", enclosed.rising);
        put("m:strikeTLBR", enclosed.falling);
        add_part(node, "m:e", enclosed.body);
    }
    void add_padded(pugi::xml_node parent, const tex::Padded& padded) {
        auto node = add(parent, "m:phant");
        auto properties = add(node, "m:phantPr");
        add(properties, "m:show", {{"m:val", padded.shown ? "1" : "0"}});
        const auto put = [&](const char* name, bool holds) {
            if (holds) add(properties, name, {{"m:val", "1"}});
        };
        put("m:zeroWid", !padded.width || padded.lap != tex::Lap::none);
        put("m:zeroAsc", !padded.height);
        put("m:zeroDesc", !padded.depth);
        add_part(node, "m:e", padded.body);
    }
    std::string marked(doc::MarkColour colour) const {
        return look_.marked && colour != doc::MarkColour::none ? css(look_.marked(colour)).substr(1)
                                                               : colour_;
    }
    /// Grounds are not known; what stands on one is left as it is.
    void add_coloured(pugi::xml_node parent, const tex::Coloured& coloured) {
        const std::string outer = colour_;
        if (!coloured.ground) colour_ = marked(coloured.colour);
        add_all(parent, coloured.body);
        colour_ = outer;
    }
    void add_sized(pugi::xml_node parent, const tex::Sized& sized) {
        const int outer = percent_;
        percent_ = std::clamp(percent_ * sized.percent / 100, 10, 1000);
        add_all(parent, sized.body);
        percent_ = outer;
    }
    void add_unread(pugi::xml_node parent, const tex::Unread& unread) {
        const std::string outer = colour_;
        colour_ = marked(doc::MarkColour::red);
        add_run(parent, unread.source, "nor");
        colour_ = outer;
    }

    void add_fraction(pugi::xml_node parent, const tex::Fraction& fraction) {
        auto node = add(parent, "m:f");
        if (!fraction.line) add(add(node, "m:fPr"), "m:type", {{"m:val", "noBar"}});
        add_part(node, "m:num", fraction.above);
        add_part(node, "m:den", fraction.below);
    }
    void add_root(pugi::xml_node parent, const tex::Root& root) {
        auto node = add(parent, "m:rad");
        if (root.degree.empty()) add(add(node, "m:radPr"), "m:degHide", {{"m:val", "1"}});
        add_part(node, "m:deg", root.degree);
        add_part(node, "m:e", root.body);
    }

    static const tex::Operator* large_sign(const tex::Scripts& scripts) {
        if (scripts.base.size() != 1) return nullptr;
        const auto* sign = std::get_if<tex::Operator>(&scripts.base.front().content);
        const bool large = sign && (sign->role == tex::OperatorRole::large ||
                                    sign->role == tex::OperatorRole::integral);
        return large ? sign : nullptr;
    }
    static bool is_large(const tex::Scripts& scripts) { return large_sign(scripts) != nullptr; }
    void add_large(pugi::xml_node parent, const tex::Scripts& scripts, const tex::Nodes& of) {
        const auto* sign = large_sign(scripts);
        auto node = add(parent, "m:nary");
        auto properties = add(node, "m:naryPr");
        add(properties, "m:chr", {{"m:val", sign->text}});
        add(properties, "m:limLoc",
            {{"m:val", sign->role == tex::OperatorRole::integral ? "subSup" : "undOvr"}});
        if (scripts.below.empty()) add(properties, "m:subHide", {{"m:val", "1"}});
        if (scripts.above.empty()) add(properties, "m:supHide", {{"m:val", "1"}});
        add_part(node, "m:sub", scripts.below);
        add_part(node, "m:sup", scripts.above);
        add_part(node, "m:e", of);
    }
    void add_scripts(pugi::xml_node parent, const tex::Scripts& scripts) {
        if (scripts.limits) return add_limits(parent, scripts);
        const bool both = !scripts.below.empty() && !scripts.above.empty();
        auto node = add(parent, both ? "m:sSubSup" : scripts.below.empty() ? "m:sSup" : "m:sSub");
        add_part(node, "m:e", scripts.base);
        if (!scripts.below.empty()) add_part(node, "m:sub", scripts.below);
        if (!scripts.above.empty()) add_part(node, "m:sup", scripts.above);
    }
    /// Under and over what is no large operator: one inside the other.
    void add_limits(pugi::xml_node parent, const tex::Scripts& scripts) {
        auto outer = scripts.above.empty() ? pugi::xml_node() : add(parent, "m:limUpp");
        auto base = outer ? add(outer, "m:e") : parent;
        if (scripts.below.empty()) {
            add_all(base, scripts.base);
        } else {
            auto inner = add(base, "m:limLow");
            add_part(inner, "m:e", scripts.base);
            add_part(inner, "m:lim", scripts.below);
        }
        if (outer) add_part(outer, "m:lim", scripts.above);
    }

    pugi::xml_node open_fence(pugi::xml_node parent, const std::string& open,
                              const std::string& close) const {
        auto node = add(parent, "m:d");
        auto properties = add(node, "m:dPr");
        add(properties, "m:begChr", {{"m:val", open}});
        add(properties, "m:endChr", {{"m:val", close}});
        return node;
    }
    void add_fenced(pugi::xml_node parent, const tex::Fenced& fenced) {
        add_part(open_fence(parent, fenced.open, fenced.close), "m:e", fenced.body);
    }
    void add_accent(pugi::xml_node parent, const tex::Accent& accent) {
        const bool over = accent.place == tex::AccentPlace::over;
        const bool brace = is_one_of(accent.mark, {"⏞", "⏟", "⎴", "⎵", "⏠", "⏡"}) ||
                           (!over && !is_bar(accent.mark));
        if (brace) {
            auto node = add(parent, "m:groupChr");
            auto properties = add(node, "m:groupChrPr");
            add(properties, "m:chr", {{"m:val", accent.mark}});
            add(properties, "m:pos", {{"m:val", over ? "top" : "bot"}});
            add(properties, "m:vertJc", {{"m:val", over ? "bot" : "top"}});
            return add_part(node, "m:e", accent.body);
        }
        if (is_bar(accent.mark)) {
            auto node = add(parent, "m:bar");
            add(add(node, "m:barPr"), "m:pos", {{"m:val", over ? "top" : "bot"}});
            return add_part(node, "m:e", accent.body);
        }
        auto node = add(parent, "m:acc");
        add(add(node, "m:accPr"), "m:chr", {{"m:val", combining(accent.mark)}});
        add_part(node, "m:e", accent.body);
    }
    static bool is_bar(std::string_view mark) {
        return mark == "\xC2\xAF" || mark == "\xE2\x80\xBE" || mark == "_" || mark == "\xCC\x85" ||
               mark == "\xCC\xB2";
    }
    /// The combining sign of a mark that stands alone.
    static std::string combining(const std::string& mark) {
        static constexpr std::pair<std::string_view, std::string_view> signs[] = {
            {"^", "\xCC\x82"},
            {"\xCB\x86", "\xCC\x82"},
            {"~", "\xCC\x83"},
            {"\xCB\x9C", "\xCC\x83"},
            {"\xE2\x86\x92", "\xE2\x83\x97"},
            {"\xCB\x99", "\xCC\x87"},
            {"\xC2\xA8", "\xCC\x88"},
            {"\xCB\x98", "\xCC\x86"},
            {"\xCB\x87", "\xCC\x8C"},
            {"\xC2\xB4", "\xCC\x81"},
            {"`", "\xCC\x80"},
            {"\xCB\x9A", "\xCC\x8A"},
            {"←", "\u20D6"},
            {"↔", "\u20E1"},
            {"↼", "\u20D0"},
            {"⇀", "\u20D1"}};
        for (const auto& [alone, sign] : signs)
            if (mark == alone) return std::string(sign);
        return mark;
    }

    void add_matrix(pugi::xml_node parent, const tex::Matrix& matrix) {
        const bool fenced = !matrix.open.empty() || !matrix.close.empty();
        auto around = fenced ? add(open_fence(parent, matrix.open, matrix.close), "m:e") : parent;
        auto node = add(around, "m:m");
        const std::size_t count = tex::column_count(matrix);
        add_columns(node, matrix, count + (matrix.tags.empty() ? 0 : 1));
        std::size_t at = 0;
        for (const auto& row : matrix.rows) {
            auto cells = add(node, "m:mr");
            for (const auto& cell : row) add_part(cells, "m:e", cell);
            for (std::size_t i = row.size(); i < count; ++i) add(cells, "m:e");
            if (!matrix.tags.empty()) add_tag(add(cells, "m:e"), matrix.tags[at]);
            ++at;
        }
    }
    void add_tag(pugi::xml_node cell, const std::string& tag) const {
        add_run(cell, tag.empty() ? "" : "\xE2\x80\x83" + tag, "nor");
    }
    static std::string_view alignment_word(char alignment) {
        return alignment == 'l' ? "left" : alignment == 'r' ? "right" : "center";
    }
    static void add_columns(pugi::xml_node node, const tex::Matrix& matrix, std::size_t count) {
        const tex::MatrixColumns known(matrix);
        auto columns = add(add(node, "m:mPr"), "m:mcs");
        for (std::size_t i = 0; i < count; ++i) {
            auto properties = add(add(columns, "m:mc"), "m:mcPr");
            add(properties, "m:count", {{"m:val", "1"}});
            add(properties, "m:mcJc", {{"m:val", alignment_word(known.alignment(i))}});
        }
    }
    const FormulaLook& look_;
    std::string colour_;
    int percent_ = 100;
};

}  // namespace

void add_formula(pugi::xml_node parent, const tex::Nodes& formula, const FormulaLook& look) {
    auto math = add(parent, "m:oMath",
                    {{"xmlns:m", "http://schemas.openxmlformats.org/officeDocument/2006/math"}});
    FormulaWriter(look).add_all(math, formula);
}

}  // namespace triptych::pptx
