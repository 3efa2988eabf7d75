#include "svg/style_sheet.hpp"

#include <algorithm>
#include <optional>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

constexpr std::size_t most_rules = 5000;

/// Lines stay as they are.
std::string without_comments(std::string_view css) {
    std::string out;
    for (std::size_t at = 0; at < css.size();) {
        const auto begin = css.find("/*", at);
        out += css.substr(at, begin - at);
        if (begin == std::string_view::npos) break;
        const auto end = css.find("*/", begin + 2);
        at = end == std::string_view::npos ? css.size() : end + 2;
        out += ' ';
        out.append(static_cast<std::size_t>(std::count(css.begin() + static_cast<long>(begin),
                                                       css.begin() + static_cast<long>(at), '\n')),
                   '\n');
    }
    return out;
}

/// The place of the first of `wanted` outside of strings and parentheses, or the end.
std::size_t find_outside(std::string_view css, std::string_view wanted, std::size_t at) {
    int depth = 0;
    char quote = 0;
    for (; at < css.size(); ++at) {
        const char c = css[at];
        if (quote != 0) {
            if (c == '\\') ++at;
            if (c == quote) quote = 0;
        } else if (depth == 0 && wanted.find(c) != std::string_view::npos) {
            return at;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(' || c == '[') {
            ++depth;
        } else if ((c == ')' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return css.size();
}

/// The place behind the block that opens at `at`.
std::size_t behind_block(std::string_view css, std::size_t at) {
    int depth = 0;
    while ((at = find_outside(css, "{}", at)) < css.size()) {
        depth += css[at++] == '{' ? 1 : -1;
        if (depth <= 0) return at;
    }
    return css.size();
}

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::string read_name(std::string_view css, std::size_t& at) {
    const auto begin = at;
    while (at < css.size() && is_name_character(css[at])) ++at;
    return std::string(css.substr(begin, at - begin));
}

/// `[name]` or `[name=value]`.
std::optional<Condition> read_attribute_condition(std::string_view css, std::size_t& at) {
    const auto end = css.find(']', at);
    if (end == std::string_view::npos) return std::nullopt;
    const auto inner = text::trim(css.substr(at + 1, end - at - 1));
    at = end + 1;
    const auto equals = inner.find('=');
    Condition out{Condition::Kind::attribute, std::string(text::trim(inner.substr(0, equals))), {}};
    if (!std::all_of(out.name.begin(), out.name.end(), is_name_character)) return std::nullopt;
    if (equals == std::string_view::npos) return out;
    auto value = text::trim(inner.substr(equals + 1));
    if (value.size() > 1 && (value[0] == '"' || value[0] == '\''))
        value = value.substr(1, value.size() - 2);
    out.value = value;
    return out;
}

/// A condition of a compound; nothing for what is not known.
std::optional<Condition> read_condition(std::string_view css, std::size_t& at) {
    using Kind = Condition::Kind;
    if (css[at] == '[') return read_attribute_condition(css, at);
    if (css[at] == ':') {
        ++at;
        if (read_name(css, at) == "root") return Condition{Kind::root, {}, {}};
        return std::nullopt;
    }
    const Kind kind = css[at] == '#' ? Kind::id : css[at] == '.' ? Kind::css_class : Kind::type;
    if (kind != Kind::type) ++at;
    if (kind == Kind::type && css[at] == '*') {
        ++at;
        return Condition{kind, {}, {}};
    }
    auto name = read_name(css, at);
    if (name.empty()) return std::nullopt;
    return Condition{kind, std::move(name), {}};
}

std::optional<std::vector<Compound>> parse_selector(std::string_view css) {
    std::vector<Compound> out(1);
    css = text::trim(css);
    for (std::size_t at = 0; at < css.size();) {
        if (css[at] == ' ' || css[at] == '\n' || css[at] == '\t' || css[at] == '\r' ||
            css[at] == '>') {
            const auto end = std::min(css.find_first_not_of(" \n\t\r>", at), css.size());
            const bool child = css.substr(at, end - at).find('>') != std::string_view::npos;
            out.push_back({{}, child});
            at = end;
            continue;
        }
        auto condition = read_condition(css, at);
        if (!condition) return std::nullopt;
        out.back().conditions.push_back(std::move(*condition));
    }
    const bool whole = std::none_of(out.begin(), out.end(),
                                    [](const Compound& one) { return one.conditions.empty(); });
    return whole ? std::optional(std::move(out)) : std::nullopt;
}

constexpr std::size_t most_alternatives = 64, longest_selector = 2000;

/// Where the compound that goes on to `at` begins.
std::size_t begin_of_compound(std::string_view css, std::size_t at) {
    while (at > 0 && std::string_view(" \n\t\r>").find(css[at - 1]) == std::string_view::npos) --at;
    return at;
}

/// The selector without `:is(…)` and `:where(…)`: one for each of the alternatives in them. None
/// where that would be too many.
std::vector<std::string> without_alternatives(std::string_view selector) {
    std::vector<std::string> open{std::string(selector)}, out;
    while (!open.empty()) {
        const std::string one = std::move(open.back());
        open.pop_back();
        const auto is = one.find(":is("), where = one.find(":where(");
        const auto at = std::min(is, where);
        if (at == std::string::npos) {
            out.push_back(one);
            continue;
        }
        const auto begin = one.find('(', at) + 1;
        const auto end = find_outside(one, ")", begin);
        const auto start = begin_of_compound(one, at);
        const auto inner = std::string_view(one).substr(begin, end - begin);
        for (std::size_t from = 0; from <= inner.size();) {
            const auto to = find_outside(inner, ",", from);
            const auto alternative = text::trim(inner.substr(from, to - from));
            from = to + 1;
            // A type stands first in its compound; so do several compounds, which only fit alone.
            open.push_back(one.substr(0, start) + std::string(alternative) +
                           one.substr(start, at - start) +
                           one.substr(std::min(end + 1, one.size())));
            if (open.size() + out.size() > most_alternatives ||
                open.back().size() > longest_selector)
                return {};
        }
    }
    return out;
}

unsigned weight_of(const std::vector<Compound>& selector) {
    unsigned weight = 0;
    for (const auto& compound : selector)
        for (const auto& condition : compound.conditions)
            weight += condition.kind == Condition::Kind::id     ? 10000
                      : condition.kind == Condition::Kind::type ? !condition.name.empty()
                                                                : 100;
    return weight;
}

/// What an element must have to match the last compound.
std::string key_of(const Compound& compound) {
    for (const auto kind : {Condition::Kind::id, Condition::Kind::css_class, Condition::Kind::type})
        for (const auto& condition : compound.conditions)
            if (condition.kind == kind && !condition.name.empty())
                return (kind == Condition::Kind::id          ? "#"
                        : kind == Condition::Kind::css_class ? "."
                                                             : "") +
                       condition.name;
    return "*";
}

std::string_view type_of(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);
}

bool has_class(pugi::xml_node node, std::string_view wanted) {
    const std::string_view classes = node.attribute("class").value();
    for (auto at = classes.find(wanted); at != std::string_view::npos;
         at = classes.find(wanted, at + 1)) {
        const auto end = at + wanted.size();
        if ((at == 0 || classes[at - 1] <= ' ') && (end == classes.size() || classes[end] <= ' '))
            return true;
    }
    return false;
}

bool holds(const Condition& condition, pugi::xml_node node) {
    switch (condition.kind) {
        case Condition::Kind::type:
            return condition.name.empty() || type_of(node) == condition.name;
        case Condition::Kind::id:
            return node.attribute("id").value() == std::string_view(condition.name);
        case Condition::Kind::css_class:
            return has_class(node, condition.name);
        case Condition::Kind::attribute: {
            const auto attribute = node.attribute(condition.name.c_str());
            return attribute && (condition.value.empty() || attribute.value() == condition.value);
        }
        case Condition::Kind::root:
            return node.parent().type() == pugi::node_document;
    }
    return false;
}

bool holds(const Compound& compound, pugi::xml_node node) {
    return std::all_of(compound.conditions.begin(), compound.conditions.end(),
                       [&](const Condition& one) { return holds(one, node); });
}

/// Whether a rule for `selector` holds in a drawing that stands still and that nobody touches.
bool may_hold_at_rest(std::string_view selector) {
    for (const std::string_view state :
         {":hover", ":focus", ":active", ":visited", ":target", ":checked", ":disabled", "::"})
        if (selector.find(state) != std::string_view::npos) return false;
    return true;
}

/// Tells what is lost with something that begins in `@`.
void note_at_rule(std::string_view head, std::string_view body, std::uint32_t line,
                  Losses& losses) {
    const auto name = text::lower_case(head.substr(0, head.find_first_of(" \t\r\n({\"'")));
    if (name == "@import")
        losses.find(Finding::Kind::unsafe, say("a style sheet of another file is not read"), line);
    else if (name == "@font-face" && leads_out(body))
        losses.find(Finding::Kind::unsafe, say("a font of another file is not read"), line);
    else if (name == "@font-face")
        losses.find(Finding::Kind::changed,
                    say("fonts in it are not used: its text is set in those of the layout"), line);
    else if (!is_one_of(name, {"@charset", "@namespace", "@page", "@property", "@keyframes",
                               "@-webkit-keyframes"}) &&
             head.find("prefers-") == std::string_view::npos)
        losses.find(Finding::Kind::changed, say("style rules in '{}' are not read", quoted(head)),
                    line);
}

}  // namespace

Declarations parse_declarations(std::string_view css) {
    Declarations out;
    const auto plain = without_comments(css);
    for (std::size_t at = 0; at < plain.size();) {
        const auto end = find_outside(plain, ";", at);
        const auto one = text::trim(std::string_view(plain).substr(at, end - at));
        at = end + 1;
        const auto colon = one.find(':');
        if (colon == std::string_view::npos) continue;
        Declaration declaration{std::string(text::trim(one.substr(0, colon))),
                                std::string(text::trim(one.substr(colon + 1)))};
        if (const auto mark = declaration.value.rfind('!'); mark != std::string::npos) {
            declaration.important = text::trim(declaration.value.substr(mark + 1)) == "important";
            declaration.value = text::trim(std::string_view(declaration.value).substr(0, mark));
        }
        out.push_back(std::move(declaration));
    }
    return out;
}

void StyleSheet::add(std::string_view css, std::uint32_t line, Losses& losses) {
    const auto plain = without_comments(css);
    for (std::size_t at = 0, counted = 0; at < plain.size();) {
        const auto begin = std::min(plain.find_first_not_of(" \t\r\n", at), plain.size());
        if (line > 0)
            line += static_cast<std::uint32_t>(
                std::count(plain.begin() + static_cast<long>(counted),
                           plain.begin() + static_cast<long>(begin), '\n'));
        counted = begin;
        const auto open = find_outside(plain, "{;", at);
        const auto head = text::trim(std::string_view(plain).substr(at, open - at));
        if (open >= plain.size() && !head.starts_with('@')) return;
        at = std::min(open + 1, plain.size());
        if (open >= plain.size() || plain[open] == ';') {  // `@import …;`
            if (head.starts_with('@')) note_at_rule(head, {}, line, losses);
            continue;
        }
        const auto end = behind_block(plain, open);
        const auto body = std::string_view(plain).substr(open + 1, end - open - 1);
        if (head.starts_with('@'))
            note_at_rule(head, body, line, losses);
        else
            add_rule(head, body, line, losses);
        at = end;
    }
}

void StyleSheet::add_rule(std::string_view selectors, std::string_view body, std::uint32_t line,
                          Losses& losses) {
    if (body.ends_with('}')) body.remove_suffix(1);
    const auto declarations = parse_declarations(body);
    for (std::size_t at = 0; at <= selectors.size(); at = find_outside(selectors, ",", at) + 1) {
        const auto written =
            text::trim(selectors.substr(at, find_outside(selectors, ",", at) - at));
        if (rules_.size() >= most_rules)
            return losses.find(Finding::Kind::changed, say("it has more style rules than are read"),
                               line);
        const auto alternatives = without_alternatives(written);
        bool whole = !alternatives.empty();
        for (const auto& one : alternatives) {
            auto selector = parse_selector(one);
            whole = whole && selector;
            if (!selector || rules_.size() >= most_rules) continue;
            by_key_[key_of(selector->back())].push_back(rules_.size());
            const unsigned weight = weight_of(*selector);
            rules_.push_back({std::move(*selector), declarations, weight});
        }
        if (!whole && may_hold_at_rest(written))
            losses.find(Finding::Kind::changed,
                        say("style rules for '{}' are not read", quoted(written)), line);
    }
}

bool StyleSheet::matches_before(const Rule& rule, std::size_t compound, pugi::xml_node node) const {
    if (compound == 0) return true;
    const bool child = rule.selector[compound].child;
    for (auto outer = node.parent(); outer.type() == pugi::node_element; outer = outer.parent()) {
        if (--steps_ <= 0) return false;
        if (holds(rule.selector[compound - 1], outer) && matches_before(rule, compound - 1, outer))
            return true;
        if (child) return false;
    }
    return false;
}

bool StyleSheet::matches(const Rule& rule, pugi::xml_node node) const {
    return --steps_ > 0 && holds(rule.selector.back(), node) &&
           matches_before(rule, rule.selector.size() - 1, node);
}

Declarations StyleSheet::matching(pugi::xml_node node) const {
    std::vector<std::size_t> found;
    const auto look = [&](std::string_view key) {
        const auto rules = by_key_.find(key);
        if (rules == by_key_.end()) return;
        for (const auto rule : rules->second)
            if (matches(rules_[rule], node)) found.push_back(rule);
    };
    look("*");
    look(type_of(node));
    look("#" + std::string(node.attribute("id").value()));
    const std::string classes = text::collapse_spaces(node.attribute("class").value());
    for (const auto one : text::split(classes, ' ')) look("." + std::string(one));
    std::sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(rules_[a].weight, a) < std::pair(rules_[b].weight, b);
    });
    Declarations out;
    for (const auto rule : found) {
        const auto& declared = rules_[rule].declarations;
        steps_ -= static_cast<std::int64_t>(declared.size());
        out.insert(out.end(), declared.begin(), declared.end());
    }
    return out;
}

}  // namespace triptych::svg
