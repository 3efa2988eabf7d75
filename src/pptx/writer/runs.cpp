#include <array>
#include <optional>
#include <utility>

#include "base/language_tag.hpp"
#include "base/match.hpp"
#include "base/number_signs.hpp"
#include "base/reading_direction.hpp"
#include "base/xml.hpp"
#include "doc/code_lines.hpp"
#include "doc/walk.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/writer/direction.hpp"
#include "pptx/writer/formulas.hpp"
#include "pptx/writer/line_pictures.hpp"
#include "pptx/writer/text.hpp"

namespace triptych::pptx {
namespace {

/// Properties that nest: emphasis in a link in another language.
struct RunLook {
    bool bold = false, italic = false, struck = false, mono = false;
    int raised = 0;  ///< in thousandths of a per cent of the size
    std::optional<Colour> ink, ground;
    std::string language;
    std::string link, action;  ///< relationship of a link and its action
};

Colour colour_of(doc::MarkColour colour, const style::Slides& look) {
    const auto& callouts = look.medium.callouts;
    switch (colour) {
        case doc::MarkColour::none:
        case doc::MarkColour::grey:
            return look.quiet;
        case doc::MarkColour::red:
            return callouts[3].label;
        case doc::MarkColour::orange:
        case doc::MarkColour::yellow:
            return callouts[2].label;
        case doc::MarkColour::green:
            return callouts[1].label;
        case doc::MarkColour::blue:
        case doc::MarkColour::purple:
            return callouts[0].label;
    }
    return look.ink;
}

Colour ground_of(doc::MarkColour colour, const style::Slides& look) {
    const Colour strong = colour_of(colour, look);
    for (const auto& callout : look.medium.callouts)
        if (callout.label == strong) return callout.ground;
    return look.medium.callouts[0].ground;
}

/// Writes runs, going down into the inlines with the look that is in force.
class RunWriter {
public:
    RunWriter(pugi::xml_node p, const TextTarget& target, const Writing& writing)
        : p_(p), target_(target), writing_(writing) {}

    RunLook start() const {
        RunLook look;
        look.bold = target_.bold;
        look.italic = target_.italic;
        look.ink = target_.ink;
        look.language = writing_.deck.language;
        return look;
    }
    void add_all(const doc::Inlines& inlines, const RunLook& look) {
        for (const auto& node : inlines) add_one(node, look);
    }
    void add_code(const doc::CodeBlock& block) {
        for (const auto& line : doc::code_lines(block)) {
            if (line.number > 1) add_break(start());
            for (const auto& piece : line.pieces) {
                RunLook look = of_part(piece.part);
                if (line.highlighted) look.ground = writing_.look().medium.callouts[2].ground;
                add_text(piece.text, look);
            }
        }
    }
    /// A line of text stands in for it in programs that know no formulas.
    void add_math(const std::string& tex, FormulaPlace place, const RunLook& look) {
        const auto marked = [&](doc::MarkColour colour) {
            return colour_of(colour, writing_.look());
        };
        FormulaLook formula{with_region(look.language), {}, {}, marked};
        if (target_.size.units > 0) formula.size = hundredths(target_.size);
        if (look.ink) formula.colour = css(*look.ink).substr(1);
        const auto paragraph = p_;
        const auto others = add_formula_choice(p_, tex, place, formula);
        p_ = others.place;
        add_text(others.text, italic(look));
        p_ = paragraph;
    }
    pugi::xml_node add_text(std::string_view text, const RunLook& look) {
        auto run = add(p_, "a:r");
        auto properties = add(run, "a:rPr");
        fill(properties, look);
        xml::append_text(add(run, "a:t"), text);
        return properties;
    }
    void fill(pugi::xml_node properties, const RunLook& look) {
        const auto set = [&](const char* key, std::string_view value) {
            xml::set_attribute(properties, key, value);
        };
        set("lang", with_region(look.language));
        if (is_east_asian(look.language)) set("altLang", "en-US");
        if (target_.size.units > 0) set("sz", hundredths(target_.size));
        if (look.bold) set("b", "1");
        if (look.italic) set("i", "1");
        if (look.struck) set("strike", "sngStrike");
        if (look.raised != 0) set("baseline", std::to_string(look.raised));
        set("dirty", "0");
        if (look.ink) add_fill(properties, *look.ink, writing_.base.palette);
        if (look.ground)
            add_colour(add(properties, "a:highlight"), *look.ground, writing_.base.palette);
        if (look.mono)
            add_mono(properties);
        else if (!target_.face.empty())
            add(properties, "a:latin", {{"typeface", target_.face}});
        add_link(properties, look);
    }

private:
    void add_one(const doc::Inline& node, const RunLook& look) {
        std::visit(
            Match{[&](const doc::Text& text) { add_text(isolated(text.text), look); },
                  [&](const doc::Emphasis& inner) { add_all(inner.body, italic(look)); },
                  [&](const doc::Strong& inner) { add_all(inner.body, bold(look)); },
                  [&](const doc::Strikethrough& inner) { add_all(inner.body, struck(look)); },
                  [&](const doc::Superscript& inner) { add_all(inner.body, raised(look, 30000)); },
                  [&](const doc::Subscript& inner) { add_all(inner.body, raised(look, -25000)); },
                  [&](const doc::Mark& mark) { add_all(mark.body, marked(look, mark)); },
                  [&](const doc::Foreign& inner) { add_all(inner.body, foreign(look, inner)); },
                  [&](const doc::Ruby& ruby) {
                      add_all(ruby.body, look);
                      add_text(doc::in_brackets(ruby), look);
                  },
                  [&](const doc::Code& code) { add_text(apart(code.text), mono(look)); },
                  [&](const doc::Keyboard& key) { add_text(apart(key.text), mono(look)); },
                  [&](const doc::Math& math) { add_math(math.tex, FormulaPlace::in_line, look); },
                  [&](const doc::Link& link) { add_all(link.body, linked(look, link)); },
                  [&](const doc::InlineImage& image) { add_picture(image, look); },
                  [&](const doc::NoteReference& note) {
                      add_text(own_digits(note.note + 1, writing_.deck.language),
                               raised(look, 30000));
                  },
                  [](const doc::Anchor&) {}, [&](const doc::LineBreak&) { add_break(look); }},
            node.node);
    }
    bool to_left() const { return is_right_to_left(writing_.deck.language); }
    /// Between signs that keep its parts in order in a line that reads to the left.
    std::string apart(std::string_view text) const {
        return to_left() ? "\u2066" + std::string(text) + "\u2069" : std::string(text);
    }
    std::string isolated(const std::string& text) const {
        if (!to_left()) return text;
        const std::string_view all = text;
        std::string out;
        std::size_t end = 0;
        for (const TextRange& word : technical_words(all)) {
            out += all.substr(end, word.begin - end);
            out += apart(all.substr(word.begin, word.end - word.begin));
            end = word.end;
        }
        return out += all.substr(end);
    }
    void add_picture(const doc::InlineImage& image, const RunLook& look) {
        const std::string room = leave_room(image, look.bold, writing_);
        add_text(room.empty() ? image.alternative : room, look);
    }
    /// What has no kind looks like all code around it.
    RunLook of_part(std::optional<CodePart> part) const {
        RunLook look = mono(start());
        if (!part) return look;
        const auto text = writing_.look().medium.code_text(part);
        look.bold = look.bold || text.weight >= 600;
        look.italic = look.italic || text.italic;
        look.ink = text.colour;
        return look;
    }
    void add_break(const RunLook& look) { fill(add(add(p_, "a:br"), "a:rPr"), look); }

    static RunLook italic(RunLook look) { return look.italic = true, look; }
    static RunLook bold(RunLook look) { return look.bold = true, look; }
    static RunLook struck(RunLook look) { return look.struck = true, look; }
    static RunLook mono(RunLook look) { return look.mono = true, look; }
    static RunLook raised(RunLook look, int by) { return look.raised = by, look; }
    static RunLook foreign(RunLook look, const doc::Foreign& inner) {
        return look.language = inner.language, look;
    }
    RunLook marked(RunLook look, const doc::Mark& mark) const {
        if (mark.text != doc::MarkColour::none) look.ink = colour_of(mark.text, writing_.look());
        if (mark.ground != doc::MarkColour::none)
            look.ground = ground_of(mark.ground, writing_.look());
        return look;
    }
    RunLook linked(RunLook look, const doc::Link& link) const {
        if (target_.links == Links::plain) return look;
        std::visit(Match{[&](const doc::PageRef& ref) { link_to_slide(look, ref); },
                         [&](const doc::Url& url) {
                             look.link = writing_.package.relate_address(target_.part, url.address);
                             look.action.clear();
                         },
                         [&](const doc::TranslationRef& ref) { link_to_neighbour(look, ref); },
                         [](const doc::FileRef&) {}, [](const doc::DeadLink&) {}},
                   link.target);
        return look;
    }
    void link_to_slide(RunLook& look, const doc::PageRef& ref) const {
        const auto& id =
            ref.element.empty() ? writing_.book.pages[index(ref.page)].id : ref.element;
        const auto found = writing_.slide_of.find(id);
        if (found == writing_.slide_of.end()) return;
        look.link = writing_.package.relate(target_.part, parts::slide, slide_part(found->second));
        look.action = "ppaction://hlinksldjump";
    }
    /// The slide of the other presentation, or that presentation.
    void link_to_neighbour(RunLook& look, const doc::TranslationRef& ref) const {
        const auto& neighbours = writing_.options.neighbours;
        const auto other = neighbours.find(ref.stem);
        if (other == neighbours.end()) return;
        const auto* place = other->second.find(ref.page, ref.element);
        look.link = writing_.package.relate_address(target_.part, other->second.file);
        look.action = "ppaction://hlinkpres?slideindex=" +
                      std::to_string(place == nullptr ? 1 : place->number) + "&slidetitle=";
    }
    void add_mono(pugi::xml_node properties) const {
        const auto& name = writing_.family(style::FamilyRole::mono);
        for (const char* script : {"a:latin", "a:cs"})
            add(properties, script, {{"typeface", name}, {"pitchFamily", "49"}, {"charset", "0"}});
    }
    static void add_link(pugi::xml_node properties, const RunLook& look) {
        if (look.link.empty()) return;
        auto link = add(properties, "a:hlinkClick", {{"r:id", look.link}});
        if (!look.action.empty()) xml::set_attribute(link, "action", look.action);
    }

    pugi::xml_node p_;
    const TextTarget& target_;
    const Writing& writing_;
};

}  // namespace

void add_runs(pugi::xml_node p, const doc::Inlines& inlines, const TextTarget& target,
              const Writing& writing) {
    RunWriter writer(p, target, writing);
    writer.add_all(inlines, writer.start());
}

void add_code(pugi::xml_node p, const doc::CodeBlock& code, const TextTarget& target,
              const Writing& writing) {
    RunWriter(p, target, writing).add_code(code);
}

void add_displayed_math(pugi::xml_node p, const std::string& tex, const TextTarget& target,
                        const Writing& writing) {
    RunWriter writer(p, target, writing);
    writer.add_math(tex, FormulaPlace::own_line, writer.start());
}

pugi::xml_node add_run(pugi::xml_node p, std::string_view text, const TextTarget& target,
                       const Writing& writing) {
    RunWriter writer(p, target, writing);
    return writer.add_text(text, writer.start());
}

void end_paragraph(pugi::xml_node p, const TextTarget& target, const Writing& writing) {
    RunWriter writer(p, target, writing);
    writer.fill(add(p, "a:endParaRPr"), writer.start());
}

}  // namespace triptych::pptx
