#include "markup/boxes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/printed_date.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "base/xml.hpp"
#include "doc/further.hpp"
#include "doc/kind_words.hpp"
#include "doc/walk.hpp"

namespace triptych::markup {
namespace {

struct CalloutLook {
    std::string_view css_class;
    Word label;
    bool urgent;
};

CalloutLook look_of(doc::CalloutKind kind) {
    switch (kind) {
        case doc::CalloutKind::info:
            return {"callout info", Word::callout_info, false};
        case doc::CalloutKind::success:
            return {"callout success", Word::callout_success, false};
        case doc::CalloutKind::warning:
            return {"callout warning", Word::callout_warning, true};
        case doc::CalloutKind::danger:
            return {"callout danger", Word::callout_danger, true};
    }
    return {"callout info", Word::callout_info, false};
}

/// Writes a title one level below the heading around it and leaves the writer under it while it
/// lives.
class Titled {
public:
    Titled(pugi::xml_node parent, const doc::Inlines& title, const std::string& id, Writer& writer)
        : writer_(writer), outer_(writer.level) {
        if (!title.empty()) {
            writer.level = static_cast<std::uint8_t>(std::min(outer_ + 1, 6));
            auto node = element(parent, fmt::format("h{}", writer.level).c_str());
            set_id(node, id, writer);
            append_inlines(node, title, writer);
        }
    }
    ~Titled() { writer_.level = outer_; }
    Titled(const Titled&) = delete;
    Titled& operator=(const Titled&) = delete;

private:
    Writer& writer_;
    std::uint8_t outer_;
};

void append_titled_section(pugi::xml_node section, const doc::Inlines& title, const std::string& id,
                           const doc::Blocks& body, Writer& writer) {
    const Titled titled(section, title, id, writer);
    append_blocks(section, body, writer);
}

/// The card's title; where it has none, what it leads to.
void append_card_label(pugi::xml_node node, const doc::LinkCard& card, const std::string& address,
                       Writer& writer) {
    if (!doc::plain_text(card.title).empty()) return append_inlines(node, card.title, writer);
    const auto name = file_name(card.target, writer.book);
    xml::append_text(node, name.empty() ? text::short_address(address) : name);
}

void append_card_title(pugi::xml_node line, const doc::Card& card, const std::string& address,
                       Writer& writer) {
    const LinkScope scope(line, address, writer, "strong");
    append_inlines(scope.node(), card.title, writer);
    if (doc::plain_text(card.title).empty())
        xml::append_text(scope.node(), address.empty() ? "—" : text::short_address(address));
}

/// As in print: a line behind an arrow.
void append_further(pugi::xml_node parent, const doc::FurtherLine& line, Writer& writer) {
    auto paragraph = element(parent, "p", "further");
    text_element(paragraph, "strong", "→ " + line.lead);
    xml::append_text(paragraph, line.colon);
    append_inlines(paragraph, line.rest, writer);
}

}  // namespace

void append_callout(pugi::xml_node parent, const doc::Callout& callout, Writer& writer) {
    if (writer.host.vocabulary == Vocabulary::epub)
        if (const auto further = doc::further_line(callout))
            return append_further(parent, *further, writer);
    const auto look = look_of(callout.kind);
    const auto label = word_in(writer.language, look.label);
    auto box = element(parent, look.urgent ? "section" : "aside", look.css_class);
    if (writer.host.vocabulary == Vocabulary::epub)
        xml::set_attribute(box, "epub:type", look.urgent ? "notice" : "tip");
    xml::set_attribute(box, "role", look.urgent ? "doc-notice" : "doc-tip");
    xml::set_attribute(box, "aria-label", label);
    tell_words(text_element(element(box, "p", "label"), "strong", label), writer.language);
    append_blocks(box, callout.body, writer);
}

void append_tabs(pugi::xml_node parent, const doc::Tabs& tabs, Writer& writer) {
    auto group = element(parent, "div", "tabs");
    for (const auto& tab : tabs.tabs)
        append_titled_section(element(group, "section"), tab.title, tab.id, tab.body, writer);
}

void append_steps(pugi::xml_node parent, const doc::Steps& steps, Writer& writer) {
    auto list = element(parent, "ol", "steps");
    for (const auto& step : steps.steps)
        append_titled_section(element(list, "li"), step.title, step.id, step.body, writer);
}

void append_cards(pugi::xml_node parent, const doc::Cards& cards, Writer& writer) {
    auto list = element(parent, "ul", "cards");
    for (const auto& card : cards.cards) {
        auto item = element(list, "li");
        if (card.cover) {
            const doc::Block cover{doc::Figure{{*card.cover}, {}}, card.cover->span};
            append_blocks(item, {&cover, 1}, writer);
        }
        const auto address = card.target ? writer.host.address(*card.target) : std::string();
        append_card_title(element(item, "p", "card-title"), card, address, writer);
        append_blocks(item, card.body, writer);
    }
}

void append_details(pugi::xml_node parent, const doc::Details& details, Writer& writer) {
    append_titled_section(element(parent, "section", "details"), details.summary, details.id,
                          details.body, writer);
}

void append_columns(pugi::xml_node parent, const doc::Columns& columns, Writer& writer) {
    auto group = element(parent, "div", "columns");
    for (const auto& column : columns.columns) {
        auto side = element(group, "div");
        if (column.width > 0)
            xml::set_attribute(side, "style", fmt::format("flex-grow: {:.3g}", column.width * 100));
        append_blocks(side, column.body, writer);
    }
}

void append_updates(pugi::xml_node parent, const doc::Updates& updates, Writer& writer) {
    for (const auto& update : updates.updates) {
        auto section = element(parent, "section", "update");
        set_id(section, update.id, writer);
        auto head = element(section, "p", "update-date");
        auto time = text_element(head, "time", printed_date(update.date, writer.language));
        xml::set_attribute(time, "datetime", update.date);
        for (const auto& tag : update.tags) {
            xml::append_text(head, " ");
            text_element(head, "span", tag, "tag");
        }
        append_blocks(section, update.body, writer);
    }
}

void append_link_card(pugi::xml_node parent, const doc::LinkCard& card, Writer& writer) {
    auto box = element(parent, "div", "link-card");
    auto line = element(box, "p");
    tell_words(text_element(line, "span",
                            fmt::format("{}{}", word_in(writer.language, doc::word_of(card.kind)),
                                        word_in(writer.language, Word::colon)),
                            "kind"),
               writer.language);
    const auto address = writer.host.address(card.target);
    {
        const LinkScope label(line, address, writer, "strong");
        append_card_label(label.node(), card, address, writer);
    }
    const auto title = doc::plain_text(card.title);
    const bool said = (title.empty() ? text::short_address(address) : title).find(card.detail) !=
                      std::string::npos;
    if (!card.detail.empty() && !said)
        xml::append_text(line, bracketed(card.detail, writer.language));
    append_blocks(box, card.caption, writer);
}

}  // namespace triptych::markup
