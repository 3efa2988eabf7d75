#include "gitbook/dialects/component_kinds.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "gitbook/dialects/callout_kinds.hpp"
#include "gitbook/dialects/script_value.hpp"
#include "gitbook/dialects/vault_names.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_component_tag = 4000;

struct KnownName {
    std::string_view name;
    ComponentRole role;
    std::string_view kind = {};  ///< of a callout
};
using Role = ComponentRole;
constexpr std::array known_names{
    KnownName{"Accordion", Role::collapse},
    KnownName{"AccordionGroup", Role::group},
    KnownName{"Accordions", Role::group},
    KnownName{"Admonition", Role::hint},
    KnownName{"Alert", Role::hint},
    KnownName{"Aside", Role::hint},
    KnownName{"Callout", Role::hint},
    KnownName{"Card", Role::titled},
    KnownName{"CardGrid", Role::group},
    KnownName{"CardGroup", Role::group},
    KnownName{"Cards", Role::group},
    KnownName{"Cards.Card", Role::titled},
    KnownName{"Caution", Role::hint, "caution"},
    KnownName{"Check", Role::hint, "check"},
    KnownName{"CodeGroup", Role::listings},
    KnownName{"Collapsible", Role::collapse},
    KnownName{"Column", Role::group},
    KnownName{"Columns", Role::group},
    KnownName{"Danger", Role::hint, "danger"},
    KnownName{"Error", Role::hint, "error"},
    KnownName{"Expandable", Role::collapse},
    KnownName{"Frame", Role::group},
    KnownName{"Important", Role::hint, "important"},
    KnownName{"Info", Role::hint, "info"},
    KnownName{"LinkCard", Role::titled},
    KnownName{"Note", Role::hint, "note"},
    KnownName{"ParamField", Role::titled},
    KnownName{"ResponseField", Role::titled},
    KnownName{"Step", Role::step},
    KnownName{"Steps", Role::steps},
    KnownName{"Tab", Role::tab},
    KnownName{"Tabs", Role::tabs},
    KnownName{"Tabs.Tab", Role::tab},
    KnownName{"Tip", Role::hint, "tip"},
    KnownName{"Update", Role::titled},
    KnownName{"Warning", Role::hint, "warning"},
};

bool is_name_sign(char c) { return ascii::is_alphanumeric(c) || c == '.'; }

const KnownName* known_at(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_name_sign);
    const std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    const auto found = std::find_if(known_names.begin(), known_names.end(),
                                    [&](const KnownName& known) { return known.name == name; });
    return found == known_names.end() ? nullptr : &*found;
}

/// Behind the `>` of the tag at the front of `text`, which is in no quotation marks and no code.
std::size_t end_of_tag(std::string_view text) {
    char quote = 0;
    int depth = 0;
    for (std::size_t at = 1; at < std::min(text.size(), longest_component_tag); ++at) {
        const char c = text[at];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'' || c == '`')
            quote = c;
        else if (c == '{')
            ++depth;
        else if (c == '}')
            --depth;
        else if (c == '<' || (c == '\n' && text.substr(at + 1, 1) == "\n"))
            return 0;
        else if (c == '>' && depth <= 0)
            return at + 1;
    }
    return 0;
}

/// The text of the first attribute called one of `names` that has one: `title="A"`, `title={'A'}`.
std::string text_of(std::string_view tag, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        for (std::size_t at = tag.find(name); at != tag.npos; at = tag.find(name, at + 1)) {
            std::string_view rest = tag.substr(at + name.size());
            if (at == 0 || !ascii::is_space(tag[at - 1]) || !rest.starts_with('=')) continue;
            rest.remove_prefix(rest.starts_with("={") ? 2 : 1);
            if (auto value = script_literal(rest)) return text::collapse_spaces(*value);
        }
    return {};
}

/// The texts of a list: `items={['A', 'B']}`.
std::vector<std::string> list_in(std::string_view tag, std::string_view name) {
    std::vector<std::string> texts;
    const std::size_t at = tag.find(std::string(name) + "={[");
    if (at == tag.npos) return texts;
    std::string_view rest = tag.substr(at + name.size() + 3);
    rest = rest.substr(0, rest.find(']'));
    for (std::size_t next = 0; (next = rest.find_first_of("'\"")) != rest.npos;) {
        const std::size_t close = rest.find(rest[next], next + 1);
        if (close == rest.npos) break;
        texts.emplace_back(rest.substr(next + 1, close - next - 1));
        rest.remove_prefix(close + 1);
    }
    return texts;
}

/// What stands above the content of a card, or of a field of an interface.
void read_titled(std::string_view tag, Component& component) {
    const std::string address = text_of(tag, {"href", "link"});
    std::string title = text_of(tag, {"title", "label"});
    if (component.name.ends_with("Field")) {
        title = '`' + text_of(tag, {"name", "path", "query", "body", "header"}) + '`';
        if (title == "``") title.clear();
        component.words = text_of(tag, {"type"});
    } else {
        component.words = text_of(tag, {"description"});
    }
    const bool leads = !address.empty() && address.find_first_of("<>") == address.npos;
    component.title =
        leads && !title.empty() ? '[' + as_label(title) + "](<" + address + ">)" : title;
}

}  // namespace

std::optional<Component> component_at(std::string_view text) {
    if (!text.starts_with('<')) return std::nullopt;
    const KnownName* known = known_at(text.substr(1));
    const std::size_t length = known == nullptr ? 0 : end_of_tag(text);
    if (length == 0) return std::nullopt;
    const std::string_view tag = text.substr(0, length - 1);
    Component component;
    component.role = known->role;
    component.name = known->name;
    component.length = length;
    component.ends_itself = tag.ends_with('/');
    switch (known->role) {
        case Role::hint: {
            const std::string kind =
                known->kind.empty()
                    ? text_of(tag, {"type", "variant", "intent", "severity", "status"})
                    : std::string(known->kind);
            component.style = style_of(kind);
            component.title = text_of(tag, {"title", "heading"});
            if (component.title.empty() && is_callout_kind(kind)) component.title = own_title(kind);
            break;
        }
        case Role::titled:
            read_titled(tag, component);
            break;
        case Role::tabs:
            component.labels = list_in(tag, "items");
            break;
        case Role::collapse:
        case Role::tab:
        case Role::step:
            component.title = text_of(tag, {"title", "label", "value", "name"});
            break;
        case Role::steps:
        case Role::listings:
        case Role::group:
            break;
    }
    return component;
}

std::string_view ended_component(std::string_view text) {
    if (!text.starts_with("</")) return {};
    const KnownName* known = known_at(text.substr(2));
    return known != nullptr && text.substr(2 + known->name.size()).starts_with('>') ? known->name
                                                                                    : "";
}

std::string listing_label(std::string_view info) {
    constexpr std::string_view key = "title=";
    if (const std::size_t at = info.find(key); at != info.npos)
        if (const auto title = script_literal(info.substr(at + key.size()))) return *title;
    std::string label;
    const std::vector<std::string_view> words = text::split(text::trim(info), ' ');
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i].find_first_of("={}") == words[i].npos && !words[i].empty())
            label += (label.empty() ? "" : " ") + std::string(words[i]);
    return label.empty() ? std::string(words[0]) : label;
}

}  // namespace triptych::gitbook
