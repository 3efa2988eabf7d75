#include "verify/derive.hpp"

#include <map>
#include <sstream>

#include <pugixml.hpp>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "verify/destinations.hpp"
#include "verify/html_types.hpp"
#include "verify/page_texts.hpp"

namespace triptych::verify {

namespace {

/// What nests deeper than this stands beside what it is in.
constexpr std::size_t deepest_html = 200;

/// Text as it is read: hyphens of the ends of lines are gone, as is what XML can't hold.
std::string readable(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\xC2\xAD") == 0) {
            ++i;
            continue;
        }
        if (text.compare(i, 3, "\xE2\x80\x8B") == 0) {
            i += 2;
            continue;
        }
        const auto c = static_cast<unsigned char>(text[i]);
        out += c < 0x20 ? ' ' : text[i];
    }
    return out;
}

/// Where links lead: to elements where the file says so, else to pages.
class Targets {
public:
    Targets(QPDF& file, const Tree& tree) : tree_(tree), destinations_(file) {
        int number = 0;
        for (auto& page : QPDFPageDocumentHelper(file).getAllPages())
            pages_[page.getObjectHandle().getObjGen()] = ++number;
    }

    /// Empty for what leads nowhere.
    std::string address_of(QPDFObjectHandle annotation) const {
        QPDFObjectHandle action = annotation.getKey("/A");
        if (action.isDictionary() && action.getKey("/S").isNameAndEquals("/URI"))
            return text_entry(action, "/URI");
        if (action.isDictionary() && action.getKey("/S").isNameAndEquals("/GoTo"))
            return address_of_place(action.hasKey("/SD") ? action.getKey("/SD")
                                                         : action.getKey("/D"));
        return address_of_place(annotation.getKey("/Dest"));
    }

private:
    std::string address_of_place(QPDFObjectHandle place) const {
        place = destinations_.named(place);
        if (place.isDictionary())
            place = place.hasKey("/SD") ? place.getKey("/SD") : place.getKey("/D");
        if (!place.isArray() || place.getArrayNItems() == 0) return {};
        QPDFObjectHandle first = place.getArrayItem(0);
        if (const TreeElement* element = tree_.find(first); element && first.isIndirect())
            return "#" + html_id(*element);
        const auto page = pages_.find(first.getObjGen());
        return page == pages_.end() ? std::string() : "#page=" + std::to_string(page->second);
    }

public:
    static std::string html_id(const TreeElement& element) {
        const std::string own = text_entry(element.object, "/ID");
        return own.empty() ? "e" + std::to_string(element.object.getObjectID()) : own;
    }

private:
    const Tree& tree_;
    std::map<QPDFObjGen, int> pages_;
    Destinations destinations_;
};

class Deriver {
public:
    Deriver(const Tree& tree, const MarkedTexts& texts, const Targets& targets)
        : tree_(tree), texts_(texts), targets_(targets) {}

    void run(pugi::xml_node body) {
        for (std::size_t i = 0; i < tree_.elements.size(); ++i)
            if (tree_.elements[i].parent < 0) derive(i, body);
        mark_targets();
    }

private:
    struct Open {
        std::size_t element, next_kid;
        pugi::xml_node node;
    };

    void derive(std::size_t root, pugi::xml_node parent) {
        std::vector<Open> open;
        enter(root, parent, open);
        while (!open.empty()) {
            Open& top = open.back();
            const TreeElement& element = tree_.elements[top.element];
            if (top.next_kid == element.kids.size()) {
                open.pop_back();
                continue;
            }
            const TreeElement::Kid& kid = element.kids[top.next_kid++];
            const pugi::xml_node node = top.node;
            if (kid.kind == KidKind::content) add_text(node, kid);
            if (kid.kind == KidKind::annotation) add_address(node, kid.object);
            if (kid.kind == KidKind::element)
                enter(static_cast<std::size_t>(kid.value), node, open);
        }
    }

    void enter(std::size_t index, pugi::xml_node parent, std::vector<Open>& open) {
        const TreeElement& element = tree_.elements[index];
        const HtmlType type = html_type(element, tree_);
        if (type.kind == HtmlType::Kind::left_out) return;
        pugi::xml_node node = parent;
        if (type.kind == HtmlType::Kind::element && open.size() < deepest_html)
            node = make(element, type, parent);
        nodes_[index] = node;
        if (type.name == "img") return;
        const std::string replaced = text_entry(element.object, "/ActualText");
        if (!replaced.empty() && type.name != "img")
            append_text(node, replaced);
        else
            open.push_back({index, 0, node});
    }

    pugi::xml_node make(const TreeElement& element, const HtmlType& type, pugi::xml_node parent) {
        // Lines of a listing are elements of their own.
        const std::string before = parent.last_child().name();
        if ((type.name == "code" && before == "code") ||
            (element.type == "Sub" && before == "span"))
            parent.append_child(pugi::node_pcdata).set_value("\n");
        pugi::xml_node node = parent.append_child(type.name.c_str());
        if (type.name == "math") node.append_attribute("xmlns") = mathml_space;
        if (type.tells_type) node.append_attribute("data-pdf-se-type") = element.type.c_str();
        if (element.type == "FENote" || element.type == "Note")
            node.append_attribute("role") = "doc-footnote";
        if (const std::string id = text_entry(element.object, "/ID"); !id.empty())
            node.append_attribute("id") = id.c_str();
        if (const std::string language = text_entry(element.object, "/Lang"); !language.empty())
            node.append_attribute("lang") = language.c_str();
        add_alternative(element, type, node);
        add_attributes(element, node);
        return node;
    }

    static void add_alternative(const TreeElement& element, const HtmlType& type,
                                pugi::xml_node node) {
        std::string text = text_entry(element.object, "/Alt");
        if (type.name == "img" && text.empty()) text = text_entry(element.object, "/ActualText");
        if (type.name == "img")
            node.append_attribute("alt") = readable(text).c_str();
        else if (type.name == "figure")
            node.append_child("img").append_attribute("alt") = readable(text).c_str();
        else if (!text.empty())
            node.append_attribute("aria-label") = readable(text).c_str();
    }

    static void add_attributes(const TreeElement& element, pugi::xml_node node) {
        for (const auto& [key, name] :
             {std::pair{"/ColSpan", "colspan"}, {"/RowSpan", "rowspan"}}) {
            QPDFObjectHandle value = attribute(element.object, key);
            if (value.isInteger() && value.getIntValue() > 1)
                node.append_attribute(name) = std::to_string(value.getIntValue()).c_str();
        }
        QPDFObjectHandle scope = attribute(element.object, "/Scope");
        if (element.type == "TH" && scope.isName())
            node.append_attribute("scope") = scope.getName() == "/Row" ? "row" : "col";
        if (element.space != mathml_space) return;
        QPDFObjectHandle own = element.object.getKey("/A");
        if (own.isDictionary())
            for (const auto& [key, value] : own.getDictAsMap())
                if (QPDFObjectHandle text = value; text.isString())
                    node.append_attribute(key.c_str() + 1) = text.getUTF8Value().c_str();
    }

    static void append_text(pugi::xml_node node, const std::string& text) {
        const std::string plain = readable(text);
        if (plain.empty()) return;
        pugi::xml_node last = node.last_child();
        if (last.type() == pugi::node_pcdata)
            last.set_value((last.value() + plain).c_str());
        else
            node.append_child(pugi::node_pcdata).set_value(plain.c_str());
    }

    void add_text(pugi::xml_node node, const TreeElement::Kid& kid) const {
        const auto found = texts_.find({kid.object.getObjectID(), kid.value});
        if (found != texts_.end() && !kid.in_form) append_text(node, found->second);
    }

    void add_address(pugi::xml_node node, QPDFObjectHandle annotation) const {
        if (!annotation.isDictionary() || node.attribute("href") || std::string(node.name()) != "a")
            return;
        const std::string address = targets_.address_of(annotation);
        if (!address.empty()) node.append_attribute("href") = address.c_str();
        if (!address.empty() && address[0] == '#') wanted_.insert(address.substr(1));
    }

    /// Elements that links lead to have an id.
    void mark_targets() {
        for (const auto& [index, node] : nodes_) {
            pugi::xml_node found = node;
            const std::string id = Targets::html_id(tree_.elements[index]);
            if (wanted_.count(id) != 0 && !found.attribute("id"))
                found.append_attribute("id") = id.c_str();
        }
    }

    const Tree& tree_;
    const MarkedTexts& texts_;
    const Targets& targets_;
    std::map<std::size_t, pugi::xml_node> nodes_;
    mutable std::set<std::string> wanted_;
};

std::string html_of(QPDF& file) {
    QPDFObjectHandle root = file.getRoot(), structure = root.getKey("/StructTreeRoot");
    if (!structure.isDictionary()) return {};
    Report unused;
    const Tree tree = read_tree(structure, unused);
    const MarkedTexts texts = read_texts(file);
    pugi::xml_document document;
    pugi::xml_node html = document.append_child("html");
    html.append_attribute("lang") = text_entry(root, "/Lang").c_str();
    pugi::xml_node head = html.append_child("head");
    head.append_child("meta").append_attribute("charset") = "utf-8";
    pugi::xml_document packet;
    const std::string metadata = stream_text(root.getKey("/Metadata"));
    packet.load_buffer(metadata.data(), metadata.size());
    const auto title = packet.select_node("//*[local-name()='title']").node();
    head.append_child("title")
        .append_child(pugi::node_pcdata)
        .set_value(title.first_child().first_child().text().get());
    const Targets targets(file, tree);
    Deriver(tree, texts, targets).run(html.append_child("body"));
    std::ostringstream out;
    document.save(
        out, "",
        pugi::format_raw | pugi::format_no_declaration | pugi::format_no_empty_element_tags);
    return "<!DOCTYPE html>\n" + out.str() + '\n';
}

}  // namespace

std::string derive_html(std::string_view bytes) {
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        const std::string copy(bytes);
        file.processMemoryFile("file", copy.data(), copy.size());
        return html_of(file);
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace triptych::verify
