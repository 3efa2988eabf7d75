#include "pdf/structure/formulas.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <pugixml.hpp>

#include "base/text.hpp"
#include "pdf/text/cluster.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::ElementId;
using pages::GlyphRun;
using pages::Item;
using pages::Tag;

/// Formulas nest less deep than this; what is deeper stays without elements.
constexpr int deepest = 200;
/// Attributes that say what a formula means; others say how a browser draws it.
constexpr std::string_view meaningful[] = {"display",    "fence",   "stretchy",      "mathvariant",
                                           "separator",  "accent",  "accentunder",   "displaystyle",
                                           "columnspan", "rowspan", "linethickness", "columnalign",
                                           "notation"};

/// A letter of a mathematical alphabet as the plain letter (U+1D400 to U+1D7FF).
char32_t plain(char32_t c) {
    if (c >= 0x1D400 && c < 0x1D6A4) {
        const char32_t at = (c - 0x1D400) % 52;
        return at < 26 ? U'A' + at : U'a' + (at - 26);
    }
    if (c >= 0x1D7CE && c < 0x1D800) return U'0' + (c - 0x1D7CE) % 10;
    if (c == U'\u210E') return U'h';
    if (c == U'\u00A0') return U' ';
    return c == U'-' ? U'\u2212' : c;
}

/// Drawn for elements that have no text of their own, such as `msqrt`.
bool is_radical(std::string_view text) { return text == "\xE2\x88\x9A"; }

/// The elements of one formula's MathML while its glyphs are shared out.
class Leaves {
public:
    void add(ElementId element, std::string_view text) {
        Leaf& leaf = leaves_.emplace_back(Leaf{element, {}});
        for (std::size_t at = 0; at < text.size();)
            leaf.text += plain(text::next_code_point(text, at));
        wait(leaves_.size() - 1);
    }
    bool empty() const { return leaves_.empty(); }

    /// The element that a cluster of this text belongs to: the one before, if its text goes on so,
    /// or the first whose text does. What goes on in none belongs to the next that nothing was
    /// drawn of, or to the one before.
    ElementId take(std::string_view text) {
        std::size_t at = 0;
        const char32_t first = text.empty() ? U' ' : plain(text::next_code_point(text, at));
        const auto waiting = waiting_.find(first);
        const bool found = waiting != waiting_.end() && !waiting->second.empty();
        if (found && waiting->second.count(last_) == 0) last_ = *waiting->second.begin();
        if (!found && is_radical(text)) return ElementId::layout_artifact;
        if (!found && first != U' ') {
            std::size_t next = last_ + (leaves_[last_].used ? 1 : 0);
            while (next < leaves_.size() && leaves_[next].used) ++next;
            if (next < leaves_.size()) last_ = next;
        }
        leaves_[last_].used = true;
        if (found) go_on(text);
        return leaves_[last_].element;
    }

private:
    struct Leaf {
        ElementId element{};
        std::u32string text;
        std::size_t next = 0;  ///< first character that nothing was drawn for
        bool used = false;
    };

    void wait(std::size_t leaf) {
        const Leaf& one = leaves_[leaf];
        if (one.next < one.text.size()) waiting_[one.text[one.next]].insert(leaf);
    }
    void go_on(std::string_view text) {
        Leaf& leaf = leaves_[last_];
        waiting_[leaf.text[leaf.next]].erase(last_);
        for (std::size_t at = 0; at < text.size() && leaf.next < leaf.text.size(); ++leaf.next)
            if (leaf.text[leaf.next] != plain(text::next_code_point(text, at))) break;
        wait(last_);
    }

    std::vector<Leaf> leaves_;
    std::map<char32_t, std::set<std::size_t>> waiting_;  ///< by the character that comes next
    std::size_t last_ = 0;
};

class Expander {
public:
    explicit Expander(pages::Pages& pages) : pages_(pages) {
        out_.first = static_cast<std::uint32_t>(pages.elements.size());
    }

    Formulas run() {
        for (std::uint32_t i = 0; i < out_.first; ++i)
            if (pages_.elements[i].tag == Tag::formula && !pages_.elements[i].source.empty())
                add_formula(i);
        if (!leaves_.empty())
            for (pages::Page& page : pages_.pages) share_out(page.items);
        return std::move(out_);
    }

private:
    void add_formula(std::uint32_t formula) {
        pugi::xml_document document;
        const std::string_view source = pages_.elements[formula].source;
        if (!document.load_buffer(source.data(), source.size(),
                                  pugi::parse_default | pugi::parse_ws_pcdata_single))
            return;
        const std::size_t before = pages_.elements.size();
        Leaves leaves;
        if (add(document.document_element(), static_cast<ElementId>(formula), leaves, 0) &&
            !leaves.empty()) {
            leaves_.emplace(formula, std::move(leaves));
            return;
        }
        pages_.elements.resize(before);
        out_.elements.resize(before - out_.first);
    }

    /// False where elements nest too deep.
    bool add(pugi::xml_node node, ElementId parent, Leaves& leaves, int depth) {
        if (depth > deepest) return false;
        const auto id = static_cast<ElementId>(pages_.elements.size());
        Element& element = pages_.elements.emplace_back();
        element.tag = Tag::math;
        element.parent = parent;
        MathElement& math = out_.elements.emplace_back();
        math.name = node.name();
        for (const auto attribute : node.attributes())
            if (std::find(std::begin(meaningful), std::end(meaningful), attribute.name()) !=
                std::end(meaningful))
                math.attributes.emplace_back(attribute.name(), attribute.value());
        if (const std::string_view text = node.child_value(); !text.empty()) leaves.add(id, text);
        for (const auto child : node.children())
            if (child.type() == pugi::node_element && !add(child, id, leaves, depth + 1))
                return false;
        return true;
    }

    void share_out(std::vector<Item>& items) {
        const auto is_of_formula = [&](const Item& item) {
            return !pages::is_artifact(item.element) &&
                   leaves_.count(static_cast<std::uint32_t>(item.element)) != 0;
        };
        if (std::none_of(items.begin(), items.end(), is_of_formula)) return;
        std::vector<Item> out;
        for (Item& item : items) {
            if (!is_of_formula(item)) {
                out.push_back(std::move(item));
                continue;
            }
            Leaves& leaves = leaves_.at(static_cast<std::uint32_t>(item.element));
            if (auto* run = std::get_if<GlyphRun>(&item.content)) {
                add_parts(item, *run, leaves, out);
                continue;
            }
            if (std::holds_alternative<pages::Path>(item.content))
                item.element = ElementId::layout_artifact;
            out.push_back(std::move(item));
        }
        items = std::move(out);
    }

    /// Cuts a run where it goes from one element to the next.
    static void add_parts(const Item& item, const GlyphRun& run, Leaves& leaves,
                          std::vector<Item>& out) {
        Item* part = nullptr;
        std::int64_t pen = 0;
        for_each_cluster(run, [&](const Cluster& cluster) {
            const ElementId element = leaves.take(cluster.text);
            if (part == nullptr || part->element != element) {
                out.push_back({moved(item, Length{pen}), element, GlyphRun{}, item.orientation});
                part = &out.back();
                auto& fresh = std::get<GlyphRun>(part->content);
                fresh.face = run.face;
                fresh.size = run.size;
                fresh.colour = run.colour;
                fresh.stretch = run.stretch;
            }
            append(run, cluster, std::get<GlyphRun>(part->content));
            for (std::size_t i = cluster.begin; i < cluster.end; ++i) pen += run.glyphs[i].advance;
        });
    }

    static void append(const GlyphRun& run, const Cluster& cluster, GlyphRun& part) {
        const auto text = static_cast<std::uint16_t>(part.text.size());
        const auto first = static_cast<std::uint32_t>(part.glyphs.size());
        for (const pages::GlyphOffset& offset : run.offsets)
            if (offset.glyph >= cluster.begin && offset.glyph < cluster.end)
                part.offsets.push_back(
                    {static_cast<std::uint32_t>(offset.glyph - cluster.begin + first), offset.x,
                     offset.y});
        for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
            part.glyphs.push_back(run.glyphs[i]);
            part.glyphs.back().text = text;
        }
        part.text += cluster.text;
    }

    /// Turned runs go up the page.
    static Point moved(const Item& item, Length by) {
        if (item.orientation == pages::Orientation::turned) return {item.at.x, item.at.y - by};
        return {item.at.x + by, item.at.y};
    }

    pages::Pages& pages_;
    Formulas out_;
    std::map<std::uint32_t, Leaves> leaves_;
};

}  // namespace

Formulas expand_formulas(pages::Pages& pages) { return Expander(pages).run(); }

}  // namespace triptych::pdf
