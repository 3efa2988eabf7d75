#include "deck/flat/flat_text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/is_one_of.hpp"
#include "base/match.hpp"
#include "base/text.hpp"
#include "deck/flat/signs.hpp"
#include "deck/flat/struck.hpp"
#include "doc/typography/letters.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::string_view picture_sign = "\xEF\xBF\xBC";  // U+FFFC

/// The text that a node has by itself, without its children.
std::string own_text(const doc::Inline& node) {
    if (const auto* text = std::get_if<doc::Text>(&node.node)) return text->text;
    if (const auto* code = std::get_if<doc::Code>(&node.node)) return code->text;
    if (const auto* key = std::get_if<doc::Keyboard>(&node.node)) return key->text;
    if (const auto* math = std::get_if<doc::Math>(&node.node)) return math->tex;
    if (std::holds_alternative<doc::InlineImage>(node.node)) return std::string(picture_sign);
    if (std::holds_alternative<doc::LineBreak>(node.node)) return "\n";
    return {};
}

bool is_atom(const doc::Inline& node) {
    return std::holds_alternative<doc::Ruby>(node.node) ||
           std::holds_alternative<doc::Code>(node.node) ||
           std::holds_alternative<doc::Keyboard>(node.node) ||
           std::holds_alternative<doc::Math>(node.node) ||
           std::holds_alternative<doc::Link>(node.node) ||
           std::holds_alternative<doc::InlineImage>(node.node);
}

void flatten_into(const doc::Inlines& inlines, FlatText& flat) {
    for (const auto& node : inlines) {
        const std::size_t begin = flat.text.size();
        flat.text += own_text(node);
        doc::for_each_child(node, [&](const doc::Inlines& inner) { flatten_into(inner, flat); });
        if (is_atom(node) && flat.text.size() > begin)
            flat.atoms.push_back({begin, flat.text.size()});
    }
}

/// Sorts atoms, and leaves out those that stand in another one: code in a link.
void keep_outermost(std::vector<Range>& atoms) {
    std::sort(atoms.begin(), atoms.end(), [](const Range& a, const Range& b) {
        return a.begin < b.begin || (a.begin == b.begin && a.end > b.end);
    });
    std::size_t end = 0;
    atoms.erase(std::remove_if(atoms.begin(), atoms.end(),
                               [&](const Range& atom) {
                                   const bool nested = atom.end <= end;
                                   end = std::max(end, atom.end);
                                   return nested;
                               }),
                atoms.end());
}

/// Copies what stands in one range of the flat text.
class Slicer {
public:
    explicit Slicer(Range range) : range_(range) {}

    doc::Inlines of(const doc::Inlines& inlines) {
        doc::Inlines out;
        for (const auto& node : inlines) add(node, out);
        return out;
    }

private:
    void add(const doc::Inline& node, doc::Inlines& out) {
        if (const auto* text = std::get_if<doc::Text>(&node.node))
            return add_text(*text, node, out);
        const std::size_t begin = at_;
        at_ += own_text(node).size();
        doc::Inline copy = node;
        bool holds_children = false;
        doc::for_each_child(copy, [&](doc::Inlines& inner) {
            holds_children = true;
            inner = of(inner);
        });
        const bool inside = begin == at_ ? range_.begin < begin && begin <= range_.end
                                         : begin < range_.end && range_.begin < at_;
        bool empty = false;
        if (holds_children)
            doc::for_each_child(std::as_const(copy),
                                [&](const doc::Inlines& inner) { empty = inner.empty(); });
        if (inside && !empty) out.push_back(std::move(copy));
    }
    void add_text(const doc::Text& text, const doc::Inline& node, doc::Inlines& out) {
        const std::size_t begin = std::max(at_, range_.begin);
        const std::size_t end = std::min(at_ + text.text.size(), range_.end);
        if (begin < end)
            out.push_back({doc::Text{text.text.substr(begin - at_, end - begin)}, node.span});
        at_ += text.text.size();
    }

    Range range_;
    std::size_t at_ = 0;
};

/// Whether `folded` is an elided word that stands before another one: "l'", "qu'", "jusqu'".
bool is_elision(std::string_view folded) {
    static constexpr std::array<std::string_view, 14> elided = {
        "l'", "d'", "n'",  "s'",     "qu'",     "j'",      "m'",
        "t'", "c'", "si'", "jusqu'", "lorsqu'", "puisqu'", "quoiqu'"};
    return is_one_of(folded, elided);
}

}  // namespace

bool FlatText::is_inside_atom(std::size_t at) const {
    const auto behind =
        std::lower_bound(atoms.begin(), atoms.end(), at,
                         [](const Range& atom, std::size_t place) { return atom.begin < place; });
    return behind != atoms.begin() && at < std::prev(behind)->end;
}

FlatText flatten(const doc::Inlines& inlines) {
    if (holds_struck(inlines)) return flatten(without_struck(inlines));
    FlatText flat;
    flatten_into(inlines, flat);
    keep_outermost(flat.atoms);
    return flat;
}

doc::Inlines slice(const doc::Inlines& inlines, const std::vector<Range>& ranges) {
    if (holds_struck(inlines)) return slice(without_struck(inlines), ranges);
    doc::Inlines out;
    for (const Range& range : ranges)
        for (auto& node : Slicer(range).of(inlines)) out.push_back(std::move(node));
    return out;
}

std::vector<TextWord> words_in(std::string_view text, Range range) {
    std::vector<TextWord> words;
    std::string folded;
    std::size_t begin = range.begin;
    const auto close = [&](std::size_t end) {
        if (!folded.empty()) words.push_back({{begin, end}, text::lower_case(folded)});
        folded.clear();
    };
    for (std::size_t at = range.begin; at < range.end;) {
        const std::size_t here = at;
        const char32_t c = text::next_code_point(text, at);
        const bool apostrophe = c == U'\'' || c == 0x2019;
        const bool joins = (apostrophe || c == U'-' || c == 0x2011) && !folded.empty();
        if (!joins && !doc::typography::is_alphanumeric(c)) {
            close(here);
            continue;
        }
        if (folded.empty()) begin = here;
        if (apostrophe)
            folded += '\'';
        else
            text::append_code_point(folded, c == 0x2011 ? U'-' : c);
        if (apostrophe && is_elision(text::lower_case(folded))) close(at);
    }
    close(range.end);
    return words;
}

std::vector<TextWord> words_in(const doc::Inlines& inlines) {
    const std::string text = flatten(inlines).text;
    return words_in(text, {0, text.size()});
}

Range trimmed(std::string_view text, Range range) {
    while (!range.empty()) {
        std::size_t next = range.begin;
        if (!is_blank_sign(text::next_code_point(text, next))) break;
        range.begin = next;
    }
    while (!range.empty()) {
        const std::size_t last = text::start_of_character(text, range.end - 1);
        std::size_t next = last;
        if (!is_blank_sign(text::next_code_point(text, next))) break;
        range.end = last;
    }
    return range;
}

}  // namespace triptych::deck
