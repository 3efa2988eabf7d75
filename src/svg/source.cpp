#include "svg/source.hpp"

#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/text.hpp"

namespace triptych::svg {
namespace {

constexpr std::string_view svg_space = "http://www.w3.org/2000/svg";
constexpr std::string_view html_space = "http://www.w3.org/1999/xhtml";
constexpr std::string_view xlink_space = "http://www.w3.org/1999/xlink";

/// Text that entities may add to a file.
constexpr std::size_t most_expanded = 1'000'000;
constexpr int deepest_entity = 8;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The entities of a document and what is left of the text they may add.
class Entities {
public:
    /// `subset`: what stands in the document type declaration.
    Entities(std::string_view subset, Losses& losses) : losses_(losses) {
        constexpr std::string_view keyword = "<!ENTITY";
        for (auto at = subset.find(keyword); at != std::string_view::npos;
             at = subset.find(keyword, at))
            define(subset, at += keyword.size());
    }

    /// `text` at `where` with its references replaced; nothing when it grows out of bounds.
    std::optional<std::string> expanded(std::string_view text, pugi::xml_node where,
                                        int depth = 0) {
        std::string out;
        while (!text.empty()) {
            const auto ampersand = text.find('&');
            out += text.substr(0, ampersand);
            if (ampersand == std::string_view::npos) return out;
            text.remove_prefix(ampersand);
            const auto end = text.find(';');
            if (end == std::string_view::npos) return out.append(text);
            const auto value = value_of(text.substr(1, end - 1), where, depth);
            if (!value) return std::nullopt;
            out += *value;
            text.remove_prefix(end + 1);
        }
        return out;
    }

private:
    static std::string_view word(std::string_view text, std::size_t& at) {
        while (at < text.size() && is_space(text[at])) ++at;
        const auto begin = at;
        while (at < text.size() && !is_space(text[at]) && text[at] != '>') ++at;
        return text.substr(begin, at - begin);
    }
    /// Only entities that are plain text in the file itself (XML 1.0 §4.2).
    void define(std::string_view subset, std::size_t at) {
        const auto name = word(subset, at);
        while (at < subset.size() && is_space(subset[at])) ++at;
        if (at >= subset.size()) return;
        if (subset[at] != '"' && subset[at] != '\'') {
            elsewhere_.emplace(name);
            return;
        }
        const auto end = subset.find(subset[at], at + 1);
        if (end == std::string_view::npos) return;
        const auto value = subset.substr(at + 1, end - at - 1);
        values_.try_emplace(std::string(name), value);
    }

    static std::string character(std::string_view number) {
        const bool hexadecimal = number.starts_with('x');
        if (hexadecimal) number.remove_prefix(1);
        std::uint32_t value = 0;
        const auto end = number.data() + number.size();
        if (std::from_chars(number.data(), end, value, hexadecimal ? 16 : 10).ptr != end) return {};
        std::string out;
        if (value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF))
            text::append_code_point(out, value);
        return out;
    }

    std::optional<std::string> value_of(std::string_view name, pugi::xml_node where, int depth) {
        static const std::map<std::string_view, std::string> known = {
            {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
        if (const auto one = known.find(name); one != known.end()) return one->second;
        if (name.starts_with('#')) return character(name.substr(1));
        const auto own = values_.find(name);
        if (own == values_.end() || own->second.find('<') != std::string_view::npos)
            return lost(name, where);
        if (depth >= deepest_entity) return std::nullopt;
        auto value = expanded(own->second, where, depth + 1);
        if (!value || value->size() > left_) return std::nullopt;
        left_ -= value->size();
        return value;
    }

    std::string lost(std::string_view name, pugi::xml_node where) {
        if (values_.find(name) != values_.end())
            losses_.find(Finding::Kind::lost_text,
                         say("'&{};' stands for elements, which are not shown", name), where);
        else if (elsewhere_.find(name) != elsewhere_.end())
            losses_.find(Finding::Kind::unsafe,
                         say("'&{};' stands for text of another file, which is not read", name),
                         where);
        else
            losses_.find(Finding::Kind::lost_text,
                         say("'&{};' is not defined in it and is not shown", name), where);
        return {};
    }

    std::map<std::string, std::string_view, std::less<>> values_;
    std::set<std::string, std::less<>> elsewhere_;
    Losses& losses_;
    std::size_t left_ = most_expanded;
};

/// Names in force at a place of the tree (Namespaces in XML 1.0).
using Prefixes = std::map<std::string, std::string, std::less<>>;

/// Makes the tree plain, in place.
class Normaliser {
public:
    Normaliser(std::string_view subset, Losses& losses) : entities_(subset, losses) {}

    bool run(pugi::xml_node root) {
        Prefixes prefixes = {{"", std::string(svg_space)}, {"xlink", std::string(xlink_space)}};
        return element(root, prefixes, 0);
    }

private:
    /// False when something is out of bounds.
    bool element(pugi::xml_node node, const Prefixes& outer, int depth) {
        if (++count_ > most_elements) return false;
        for (auto attribute : node.attributes())
            if (!expand(attribute, node)) return false;
        std::optional<Prefixes> own;
        for (const auto attribute : node.attributes()) declare(attribute, outer, own);
        const Prefixes& prefixes = own ? *own : outer;
        rename(node, prefixes);
        attributes(node, prefixes);
        return children(node, prefixes, depth);
    }

    /// The value of a text node or an attribute.
    template <typename Named>
    bool expand(Named named, pugi::xml_node where) {
        if (std::string_view(named.value()).find('&') == std::string_view::npos) return true;
        const auto value = entities_.expanded(named.value(), where);
        return value && named.set_value(value->c_str());
    }

    static void declare(pugi::xml_attribute attribute, const Prefixes& outer,
                        std::optional<Prefixes>& own) {
        const std::string_view name = attribute.name();
        if (!name.starts_with("xmlns") || (name.size() > 5 && name[5] != ':')) return;
        if (!own) own = outer;
        (*own)[std::string(name.size() > 6 ? name.substr(6) : "")] = attribute.value();
    }

    static std::string_view space_of(std::string_view name, const Prefixes& prefixes) {
        const auto colon = name.find(':');
        const auto prefix =
            colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
        const auto found = prefixes.find(prefix);
        return found == prefixes.end() ? std::string_view() : found->second;
    }
    static std::string local(std::string_view name) {
        return std::string(name.substr(name.find(':') + 1));
    }

    static void rename(pugi::xml_node node, const Prefixes& prefixes) {
        const auto space = space_of(node.name(), prefixes);
        const auto name = local(node.name());
        node.set_name(space == svg_space    ? name.c_str()
                      : space == html_space ? ("html:" + name).c_str()
                                            : "foreign");
    }

    static void attributes(pugi::xml_node node, const Prefixes& prefixes) {
        pugi::xml_attribute next;
        for (auto attribute = node.first_attribute(); attribute; attribute = next) {
            next = attribute.next_attribute();
            const std::string_view name = attribute.name();
            if (name == "xml:space" || name == "xml:lang") continue;
            const bool reference = name.find(':') != std::string_view::npos &&
                                   local(name) == "href" && space_of(name, prefixes) == xlink_space;
            if (reference && !node.attribute("href"))
                attribute.set_name("href");
            else if (name.find(':') != std::string_view::npos || name == "xmlns")
                node.remove_attribute(attribute);
        }
    }

    bool children(pugi::xml_node node, const Prefixes& prefixes, int depth) {
        pugi::xml_node next;
        for (auto child = node.first_child(); child; child = next) {
            next = child.next_sibling();
            if (child.type() == pugi::node_pcdata) {
                if (!expand(child, node)) return false;
            } else if (child.type() == pugi::node_element) {
                if (depth >= deepest_element || !element(child, prefixes, depth + 1)) return false;
                if (std::string_view(child.name()) == "foreign") node.remove_child(child);
            } else if (child.type() != pugi::node_cdata) {
                node.remove_child(child);
            }
        }
        return true;
    }

    Entities entities_;
    std::size_t count_ = 0;
};

}  // namespace

Reading read_source(std::string_view bytes, pugi::xml_document& tree, Losses& losses) {
    constexpr unsigned how = pugi::parse_cdata | pugi::parse_pi | pugi::parse_eol |
                             pugi::parse_doctype | pugi::parse_ws_pcdata |
                             pugi::parse_wconv_attribute;
    if (!tree.load_buffer(bytes.data(), bytes.size(), how)) return Reading::unreadable;
    const std::string subset =
        tree.find_child([](pugi::xml_node node) { return node.type() == pugi::node_doctype; })
            .value();
    const auto root = tree.document_element();
    for (const auto node : tree.children())
        if (node.name() == std::string_view("xml-stylesheet"))
            losses.find(Finding::Kind::unsafe, say("a style sheet of another file is not read"));
    if (!Normaliser(subset, losses).run(root)) return Reading::too_large;
    return std::string_view(root.name()) == "svg" ? Reading::ok : Reading::unreadable;
}

}  // namespace triptych::svg
