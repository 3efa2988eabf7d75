#include <algorithm>
#include <string>
#include <utility>

#include "base/match.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "base/xml.hpp"
#include "doc/kind_words.hpp"
#include "doc/numbers.hpp"
#include "doc/own_words.hpp"
#include "doc/walk.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/writer/text.hpp"

namespace triptych::pptx {
namespace {

using style::Role;

constexpr unsigned deepest_level = 8;
constexpr const char* font_of_boxes =
    "Segoe UI Symbol";  // PowerPoint's, with empty and ticked ones

enum class Bullet : std::uint8_t { none, disc, number, open_task, done_task };

/// Spaces between paragraphs collapse to the larger one, as in the pages.
struct Space {
    Length before, after;
};

/// How the next paragraph starts. The first paragraph of a list item takes the bullet.
struct Start {
    unsigned level = 0;  ///< of lists; 0 is outside of any
    Bullet bullet{};
    std::int32_t number = 1;
    doc::Numbering numbering{};
    Length space{};  ///< before the item
};

const char* scheme_of(doc::Numbering numbering) {
    switch (numbering) {
        case doc::Numbering::decimal:
            return "arabicPeriod";
        case doc::Numbering::lower_letters:
            return "alphaLcPeriod";
        case doc::Numbering::upper_letters:
            return "alphaUcPeriod";
        case doc::Numbering::lower_roman:
            return "romanLcPeriod";
        case doc::Numbering::upper_roman:
            return "romanUcPeriod";
    }
    return "arabicPeriod";
}

Bullet bullet_of(const doc::List& list, const doc::ListItem& item) {
    switch (item.task) {
        case doc::TaskState::none:
            return list.ordered ? Bullet::number : Bullet::disc;
        case doc::TaskState::open:
            return Bullet::open_task;
        case doc::TaskState::done:
            return Bullet::done_task;
    }
    return Bullet::disc;
}

/// Writes the paragraphs of blocks, going down into those that hold others.
class ParagraphWriter {
public:
    ParagraphWriter(pugi::xml_node body, const TextTarget& target, const Writing& writing)
        : body_(body), target_(target), writing_(writing) {}

    void add_all(const doc::Blocks& blocks) {
        for (const auto& block : blocks) add_one(block);
    }

private:
    // Long because every kind of block has its line.
    void add_one(const doc::Block& block) {
        std::visit(
            Match{[&](const doc::Paragraph& paragraph) { add_text(paragraph.body); },
                  [&](const doc::Heading& heading) { add_bold(heading.body, heading.number); },
                  [&](const doc::List& list) { add_list(list); },
                  [&](const doc::Callout& callout) { add_callout(callout); },
                  [&](const doc::Quote& quote) { add_all(quote.body); },
                  [&](const doc::CodeBlock& code) { add_code(code); },
                  [&](const doc::Diagram& diagram) { add_source(diagram.source, diagram.title); },
                  [&](const doc::MathBlock& math) { add_formula(math); },
                  [&](const doc::Table& table) { add_table(table); },
                  [&](const doc::Figure& figure) { add_figure(figure); },
                  [&](const doc::MissingPicture& missing) { add_missing(missing); },
                  [&](const doc::Tabs& tabs) {
                      for (const auto& tab : tabs.tabs) add_titled(tab.title, tab.body);
                  },
                  [&](const doc::Steps& steps) { add_steps(steps); },
                  [&](const doc::Cards& cards) {
                      for (const auto& card : cards.cards) add_titled(card.title, card.body);
                  },
                  [&](const doc::Details& details) { add_titled(details.summary, details.body); },
                  [&](const doc::Columns& columns) {
                      for (const auto& column : columns.columns) add_all(column.body);
                  },
                  [&](const doc::Updates& updates) {
                      for (const auto& update : updates.updates)
                          add_titled(plain(update.date), update.body);
                  },
                  [&](const doc::LinkCard& card) { add_card(card); },
                  [](const doc::ThematicBreak&) {},
                  [&](const doc::Unsupported& unsupported) { add_source(unsupported.source); }},
            block.node);
    }

    static doc::Inlines plain(std::string text) { return {{doc::Text{std::move(text)}, {}}}; }

    Space space_of(Role role) const {
        const auto& style = writing_.look().medium[role];
        return {style.space_before, style.space_after};
    }
    /// Space of a paragraph that has no bullet and stands in no list, or goes on in an item.
    Space plain_space() const {
        if (start_.level == 0) return space_of(Role::body);
        return {space_of(Role::list).after / 2, {}};
    }
    void add_space(pugi::xml_node properties, const Space& space) {
        const Length before = first_ ? Length{} : std::max(pending_, space.before);
        add(add(properties, "a:spcBef"), "a:spcPts", {{"val", hundredths(before)}});
        if (target_.is_spaced) add(add(properties, "a:spcAft"), "a:spcPts", {{"val", "0"}});
        pending_ = space.after;
        first_ = false;
    }
    /// A paragraph with the properties that `start_` asks for.
    pugi::xml_node open_paragraph(Space space) {
        auto p = add(body_, "a:p");
        auto properties = add(p, "a:pPr");
        const bool hangs = start_.bullet != Bullet::none;
        set_level(properties, hangs);
        if (hangs) space = {start_.space, {}};
        add_space(properties, space);
        add_bullet(properties);
        start_.bullet = Bullet::none;
        return p;
    }
    /// The placeholder's own level, or what one would say.
    void set_level(pugi::xml_node properties, bool hangs) const {
        const unsigned own = std::max(1U, target_.bullets);
        const unsigned level = start_.level == 0 ? 0 : start_.level + own - 1;
        if (level > 1)
            xml::set_attribute(properties, "lvl",
                               std::to_string(std::min(level - 1, deepest_level)));
        const Length indent = writing_.look().medium.list_indent;
        if (start_.level == 0)
            xml::set_attribute(properties, "marL", "0");
        else if (target_.bullets == 0)
            xml::set_attribute(properties, "marL",
                               emu(indent * std::min(start_.level, deepest_level + 1)));
        if (!hangs)
            xml::set_attribute(properties, "indent", "0");
        else if (target_.bullets == 0)
            xml::set_attribute(properties, "indent", emu(-indent));
    }
    /// With its font: that of a template's bullets may be one of signs, which has others there.
    static void add_sign(pugi::xml_node properties, const char* font, const char* sign) {
        add(properties, "a:buFont", {{"typeface", font}});
        add(properties, "a:buChar", {{"char", sign}});
    }
    void add_bullet(pugi::xml_node properties) {
        switch (start_.bullet) {
            case Bullet::none:
                add(properties, "a:buNone");
                break;
            case Bullet::disc:
                if (target_.bullets == 0) add_sign(properties, "Arial", "•");
                break;
            case Bullet::number: {
                add(properties, "a:buFont", {{"typeface", "+mj-lt"}});
                auto number =
                    add(properties, "a:buAutoNum", {{"type", scheme_of(start_.numbering)}});
                if (start_.number > 1)
                    xml::set_attribute(number, "startAt",
                                       std::to_string(std::min(start_.number, 32767)));
                break;
            }
            case Bullet::open_task:
                add_sign(properties, font_of_boxes, "☐");
                break;
            case Bullet::done_task:
                add_sign(properties, font_of_boxes, "☑");
                break;
        }
    }

    void add_text(const doc::Inlines& inlines) {
        auto p = open_paragraph(plain_space());
        add_runs(p, inlines, target_, writing_);
        end_paragraph(p, target_, writing_);
    }
    void add_bold(const doc::Inlines& inlines, const std::string& number = {}) {
        TextTarget bold = target_;
        bold.bold = true;
        auto p = open_paragraph(space_of(Role::heading4));
        if (!number.empty()) add_run(p, number + " ", bold, writing_);
        add_runs(p, inlines, bold, writing_);
        end_paragraph(p, bold, writing_);
    }
    void add_titled(const doc::Inlines& title, const doc::Blocks& body) {
        if (!title.empty()) add_bold(title);
        add_all(body);
    }
    /// One paragraph with a break after every line, behind the title if there is one.
    void add_code(const doc::CodeBlock& code) {
        if (!code.title.empty()) add_bold({{doc::Text{code.title}, {}}});
        auto p = open_paragraph(plain_space());
        pptx::add_code(p, code, target_, writing_);
        end_paragraph(p, target_, writing_);
    }
    void add_source(const std::string& source, const std::string& title = {}) {
        add_code({{}, title, source, false, {}});
    }
    void add_formula(const doc::MathBlock& math) {
        auto p = open_paragraph(plain_space());
        xml::set_attribute(p.child("a:pPr"), "algn", "ctr");
        add_displayed_math(p, math.tex, target_, writing_);
        end_paragraph(p, target_, writing_);
    }
    void add_items(const doc::List& list) {
        // Numbers count on by themselves, but only where no other paragraph stands between.
        const bool counts_by_itself =
            !list.reversed && std::all_of(list.items.begin(), list.items.end(), is_plain);
        const auto numbers = doc::numbers_of(list);
        start_.numbering = list.numbering;
        const Length apart = list.tight ? Length{} : space_of(Role::list).before;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            start_.bullet = bullet_of(list, list.items[i]);
            if (i == 0 || !counts_by_itself) start_.number = numbers[i];
            if (i > 0) start_.space = apart;
            if (list.items[i].body.empty())
                add_text({});
            else
                add_all(list.items[i].body);
        }
    }
    static bool is_plain(const doc::ListItem& item) {
        return !item.number && item.body.size() == 1 &&
               std::holds_alternative<doc::Paragraph>(item.body.front().node);
    }
    void add_list(const doc::List& list) {
        const Start before = enter_list();
        add_items(list);
        leave_list(before);
    }
    Start enter_list() {
        const Start before = start_;
        start_.space = start_.level == 0 ? space_of(Role::list).before : Length{};
        ++start_.level;
        return before;
    }
    void leave_list(const Start& before) {
        start_ = before;
        start_.bullet = Bullet::none;
        if (start_.level == 0) pending_ = space_of(Role::list).after;
    }
    void add_steps(const doc::Steps& steps) {
        const Start before = enter_list();
        for (std::size_t i = 0; i < steps.steps.size(); ++i) {
            start_.bullet = Bullet::number;
            start_.numbering = doc::Numbering::decimal;
            start_.number = static_cast<std::int32_t>(steps.start + i);
            add_titled(steps.steps[i].title, steps.steps[i].body);
            start_.space = space_of(Role::list).before;
        }
        leave_list(before);
    }
    void add_callout(const doc::Callout& callout) {
        static constexpr Word labels[] = {Word::callout_info, Word::callout_success,
                                          Word::callout_warning, Word::callout_danger};
        const auto kind = static_cast<std::size_t>(callout.kind);
        TextTarget outer = target_;
        target_.ink = writing_.look().medium.callouts[kind].label;
        add_bold(doc::own_words(labels[kind], writing_.deck.language));
        target_ = std::move(outer);
        add_all(callout.body);
    }
    void add_table(const doc::Table& table) {
        for (const auto* rows : {&table.head, &table.rows})
            for (const auto& row : *rows) add_row(row);
        if (!table.caption.empty()) add_text(table.caption);
    }
    /// A row of a table that stands inside other blocks: its cells in one line.
    void add_row(const doc::Row& row) {
        std::string line;
        for (const auto& cell : row.cells) {
            if (!line.empty()) line += " | ";
            line += text::collapse_spaces(doc::plain_text(cell.body));
        }
        add_text(plain(std::move(line)));
    }
    void add_figure(const doc::Figure& figure) {
        for (const auto& picture : figure.pictures)
            if (!picture.alternative.empty()) add_text(plain("[" + picture.alternative + "]"));
        if (!figure.caption.empty()) add_text(figure.caption);
    }
    void add_missing(const doc::MissingPicture& missing) {
        const auto& words = missing.alternative.empty() ? missing.path : missing.alternative;
        add_text(plain("[" + words + "]"));
        if (!missing.caption.empty()) add_text(missing.caption);
    }
    void add_card(const doc::LinkCard& card) {
        add_text({{doc::Link{card.target, card.title}, {}}});
        if (card.kind != doc::LinkCardKind::page) add_text(plain(detail_of(card)));
        add_all(card.caption);
    }

    /// Kind, provider and address, as on the pages.
    std::string detail_of(const doc::LinkCard& card) const {
        const std::string detail = doc::detail_words(card, writing_.deck.language);
        const doc::Url* url = doc::unsaid_address(card);
        return url == nullptr ? detail : detail + " · " + text::short_address(url->address);
    }

    pugi::xml_node body_;
    TextTarget target_;
    const Writing& writing_;
    Start start_;
    Length pending_;  ///< space asked for behind the last paragraph
    bool first_ = true;
};

/// Line height and ascent that the font itself asks for.
struct NaturalLine {
    Length height, ascent;
};
NaturalLine natural_lines(const style::TextStyle& style, const Writing& writing) {
    const auto& fonts = writing.resources.fonts;
    const auto& metrics =
        fonts.metrics(fonts.find(writing.family(style.family), style.weight, style.italic));
    const int units = std::max(1, metrics.units_per_em);
    return {style.size.scaled(std::max(1, metrics.ascender - metrics.descender), units),
            style.size.scaled(metrics.ascender, units)};
}

}  // namespace

pugi::xml_node add_paragraph(pugi::xml_node body, const doc::Inlines& inlines,
                             const TextTarget& target, const Writing& writing) {
    auto p = add(body, "a:p");
    add_runs(p, inlines, target, writing);
    end_paragraph(p, target, writing);
    return p;
}

void add_paragraphs(pugi::xml_node body, const doc::Blocks& blocks, const TextTarget& target,
                    const Writing& writing) {
    ParagraphWriter(body, target, writing).add_all(blocks);
    if (!body.child("a:p")) end_paragraph(add(body, "a:p"), target, writing);
}

Rect natural_line_box(const Rect& box, const style::TextStyle& style, const Writing& writing) {
    const Length height = natural_lines(style, writing).height;
    return {{box.at.x, box.at.y + (style.leading - height) / 2}, {box.size.width, height}};
}

std::string line_spacing(const style::TextStyle& style, const Writing& writing) {
    const Length height = natural_lines(style, writing).height;
    const auto share = style.leading.scaled(100'000, std::max<std::int64_t>(1, height.units));
    return std::to_string(share.units);
}

}  // namespace triptych::pptx
