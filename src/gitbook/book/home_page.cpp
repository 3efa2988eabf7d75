#include "gitbook/book/home_page.hpp"

#include <utility>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

doc::Inlines words_of(const YAML::Node& node, const YamlSource& source) {
    std::string words = text::collapse_spaces(scalar(node));
    if (words.empty()) return {};
    return {{doc::Text{std::move(words)}, span_of(node, source)}};
}

void add_paragraph(doc::Blocks& blocks, doc::Inlines words) {
    if (words.empty()) return;
    const Span span = words.front().span;
    blocks.push_back({doc::Paragraph{std::move(words)}, span});
}

/// The words of `action` as a link, behind those that are there.
void add_action(doc::Inlines& actions, const YAML::Node& action, const char* words,
                const char* address, const YamlSource& source) {
    const YAML::Node label = child(action, words);
    doc::Inlines body = words_of(label, source);
    if (body.empty()) return;
    const Span span = span_of(label, source);
    if (!actions.empty()) actions.push_back({doc::Text{" – "}, span});
    const std::string target = scalar(child(action, address));
    if (!target.empty()) body = {{doc::Link{doc::DeadLink{target}, std::move(body)}, span}};
    actions.push_back(std::move(body.front()));
}

doc::Inlines actions_of(const YAML::Node& front, const YAML::Node& hero, const YamlSource& source) {
    doc::Inlines actions;
    add_action(actions, front, "actionText", "actionLink", source);
    for (const YAML::Node& list : {child(front, "actions"), child(hero, "actions")})
        if (list.IsSequence())
            for (const YAML::Node& action : list)
                add_action(actions, action, "text", "link", source);
    return actions;
}

void add_features(doc::Blocks& blocks, const YAML::Node& features, const YamlSource& source) {
    if (!features.IsSequence()) return;
    doc::Cards cards;
    for (const YAML::Node& feature : features) {
        doc::Card card;
        card.title = words_of(child(feature, "title"), source);
        card.span = span_of(feature, source);
        add_paragraph(card.body, words_of(child(feature, "details"), source));
        if (const std::string link = scalar(child(feature, "link")); !link.empty())
            card.target = doc::DeadLink{link};
        if (!card.title.empty() || !card.body.empty()) cards.cards.push_back(std::move(card));
    }
    if (!cards.cards.empty()) blocks.push_back({std::move(cards), span_of(features, source)});
}

}  // namespace

HomePage read_home_page(const YAML::Node& front, const YamlSource& source) {
    HomePage page;
    if (!is_true(child(front, "home")) && scalar(child(front, "layout")) != "home") return page;
    const YAML::Node hero = child(front, "hero");
    page.title = scalar(child(front, "heroText"));
    if (page.title.empty()) page.title = scalar(child(hero, "name"));
    const YAML::Node claim = child(hero, "text");
    if (page.title.empty())
        page.title = scalar(claim);
    else
        add_paragraph(page.before, words_of(claim, source));
    add_paragraph(page.before, words_of(child(front, "tagline"), source));
    add_paragraph(page.before, words_of(child(hero, "tagline"), source));
    add_paragraph(page.before, actions_of(front, hero, source));
    add_features(page.before, child(front, "features"), source);
    add_paragraph(page.behind, words_of(child(front, "footer"), source));
    return page;
}

}  // namespace triptych::gitbook
