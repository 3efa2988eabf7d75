#include "svg/cascade.hpp"

#include <optional>
#include <utility>

#include "base/text.hpp"
#include "svg/allowed.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

/// Bounds for values made of others.
constexpr int deepest_variable = 8;
constexpr std::size_t longest_value = 4000;

/// `value` with every `var(--name, otherwise)` replaced; nothing when one is not known.
std::optional<std::string> without_variables(std::string_view value, const Variables& known,
                                             int depth = 0) {
    std::string out;
    for (;;) {
        const auto at = value.find("var(");
        out += value.substr(0, at);
        if (at == std::string_view::npos) return out;
        std::size_t end = at + 4;
        for (int open = 1; end < value.size() && open > 0; ++end)
            open += value[end] == '(' ? 1 : value[end] == ')' ? -1 : 0;
        const auto inner = value.substr(at + 4, end - at - 5);
        const auto comma = inner.find(',');
        const auto* found = known.find(text::trim(inner.substr(0, comma)));
        if (!found && comma == std::string_view::npos) return std::nullopt;
        const auto part = found ? std::string_view(*found) : text::trim(inner.substr(comma + 1));
        if (depth >= deepest_variable || out.size() + part.size() > longest_value)
            return std::nullopt;
        const auto made = without_variables(part, known, depth + 1);
        if (!made || out.size() + made->size() > longest_value) return std::nullopt;
        out += *made;
        value.remove_prefix(end);
    }
}

/// False for a value that SVG does not know.
bool declare(Properties& properties, const std::string& name, std::string_view value) {
    if (is_property(name) && value.find("var(") == std::string_view::npos) {
        auto kept = kept_property(name, value);
        if (!kept) return false;
        properties[name] = std::move(*kept);
        return true;
    }
    if (name == "font") {
        for (auto& [part, said] : parse_font(value)) properties[part] = std::move(said);
    } else if (name == "marker") {
        for (const char* end : {"marker-start", "marker-mid", "marker-end"})
            properties[end] = value;
    } else if (name == "text-decoration-line") {
        properties["text-decoration"] = value;
    } else {
        properties[name] = value;
    }
    return true;
}

bool is_custom(std::string_view name) { return name.starts_with("--"); }

void collect_sheets(pugi::xml_node node, StyleSheet& sheet, Losses& losses) {
    const std::string_view name = node.name();
    if (name == "style" || name == "html:style") {
        std::string css;
        for (const auto piece : node.children()) css += piece.value();
        sheet.add(css, losses.line_of(node), losses);
    } else if (name == "html:link" || name == "link") {
        losses.find(Finding::Kind::unsafe, say("a style sheet of another file is not read"), node);
    }
    for (const auto child : node.children())
        if (child.type() == pugi::node_element) collect_sheets(child, sheet, losses);
}

}  // namespace

Cascade::Cascade(pugi::xml_node root, Losses& losses) { collect_sheets(root, sheet_, losses); }

const std::string* Variables::find(std::string_view name) const {
    for (const auto* scope = this; scope; scope = scope->outer)
        if (const auto found = scope->own.find(name); found != scope->own.end())
            return &found->second;
    return nullptr;
}

Properties Cascade::of(pugi::xml_node node, Variables& here,
                       std::vector<Declaration>* refused) const {
    Properties written;
    const auto take = [&](const std::string& name, std::string_view value) {
        if (!declare(written, name, value) && refused)
            refused->push_back({name, std::string(value)});
    };
    for (const auto attribute : node.attributes())
        if (is_property(attribute.name()) || is_kept_style(attribute.name(), attribute.value()))
            take(attribute.name(), attribute.value());
    auto declared = sheet_.is_affordable() ? sheet_.matching(node) : Declarations();
    const auto own = parse_declarations(node.attribute("style").value());
    declared.insert(declared.end(), own.begin(), own.end());
    for (const bool important : {false, true})
        for (const auto& one : declared)
            if (one.important == important) take(one.name, one.value);
    for (const auto& [name, value] : written)
        if (is_custom(name)) here.own[name] = value;
    Properties out;
    for (const auto& [name, value] : written)
        if (!is_custom(name))
            if (auto plain = without_variables(value, here)) out[name] = std::move(*plain);
    return out;
}

Properties parse_font(std::string_view value) {
    Properties out;
    while (!value.empty()) {
        value = text::trim(value);
        const auto word = value.substr(0, value.find(' '));
        if (number(word) && length(word.substr(0, word.find('/')), {})) {
            const bool weight = word.size() == 3 && word.ends_with("00");
            out[weight ? "font-weight" : "font-size"] = word.substr(0, word.find('/'));
            if (!weight) {
                out["font-family"] = text::trim(value.substr(word.size()));
                return out;
            }
        } else if (word == "italic" || word == "oblique") {
            out["font-style"] = word;
        } else if (word == "bold" || word == "bolder" || word == "lighter") {
            out["font-weight"] = word;
        } else if (word != "normal" && word != "small-caps") {
            return {};
        }
        value.remove_prefix(word.size());
    }
    return out;
}

}  // namespace triptych::svg
