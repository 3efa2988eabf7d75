#include "svg/letters.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "svg/labels.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

/// White space as SVG 1.1 §10.15 has it, but for line ends, which are spaces as in browsers.
class Letters {
public:
    void read(pugi::xml_node node, const Span* outer) {
        const std::size_t span = spans_.size();
        spans_.push_back(span_of(node, outer));
        const std::size_t first = letters_.size();
        const bool preserve = inherited(node, "xml:space") == "preserve";
        for (const auto child : node.children()) {
            if (child.type() == pugi::node_element) {
                const Span own = spans_[span];
                read(child, &own);
            } else {
                add(child.value(), span, preserve);
            }
        }
        place(node, first);
    }

    std::vector<Letter> take() {
        while (!letters_.empty() && letters_.back().code == U' ' && !last_preserved_)
            letters_.pop_back();
        return std::move(letters_);
    }
    const std::vector<Span>& spans() const { return spans_; }

private:
    static bool decorated(pugi::xml_node node, std::string_view line, bool outer) {
        const std::string_view own = node.attribute("text-decoration").value();
        return outer || own.find(line) != std::string_view::npos;
    }
    static double spacing(pugi::xml_node node, const char* name, double size, double outer) {
        const auto own = node.attribute(name);
        return own ? length(own.value(), {size, 0}).value_or(0) : outer;
    }
    static double shift_of(std::string_view written, double size) {
        if (written == "sub") return size * 0.2;
        if (written == "super") return -size * 0.4;
        return -length(written, {size, size}).value_or(0);
    }

    Span span_of(pugi::xml_node node, const Span* outer) const {
        Span out = outer ? *outer : Span();
        if (!outer) {
            out.style.size = size_of(inherited(node.parent(), "font-size"), 16);
            out.style.weight = weight_of(inherited(node.parent(), "font-weight"), 400);
            out.letter_space =
                length(inherited(node.parent(), "letter-spacing"), {out.style.size, 0}).value_or(0);
        }
        out.node = node;
        out.style.size = size_of(node.attribute("font-size").value(), out.style.size);
        out.style.weight = weight_of(node.attribute("font-weight").value(), out.style.weight);
        out.style.family = inherited(node, "font-family");
        const auto slant = inherited(node, "font-style");
        out.style.right_to_left = inherited(node, "direction") == "rtl";
        out.style.italic = slant == "italic" || slant == "oblique";
        out.letter_space = spacing(node, "letter-spacing", out.style.size, out.letter_space);
        out.word_space = spacing(node, "word-spacing", out.style.size, out.word_space);
        out.shift += shift_of(node.attribute("baseline-shift").value(), out.style.size);
        const std::string_view aligned = node.attribute("alignment-baseline").value();
        out.baseline = aligned.empty() ? inherited(node, "dominant-baseline") : aligned;
        out.underline = decorated(node, "underline", out.underline);
        out.line_through = decorated(node, "line-through", out.line_through);
        out.hidden = out.hidden || std::string_view(node.attribute("display").value()) == "none";
        return out;
    }

    void add(std::string_view text, std::size_t span, bool preserve) {
        for (std::size_t at = 0; at < text.size();) {
            char32_t c = text::next_code_point(text, at);
            if (c == U'\n' || c == U'\t' || c == U'\r') c = U' ';
            const bool doubled = letters_.empty() || letters_.back().code == U' ';
            if (c < U' ' || (c == U' ' && !preserve && doubled)) continue;
            letters_.push_back({c, span, {}, {}, 0, 0, 0});
            last_preserved_ = preserve;
        }
    }

    /// Gives the letters from `first` on the places that `node` lists; inner elements went first
    /// and have the last word.
    void place(pugi::xml_node node, std::size_t first) {
        const double size = spans_[letters_.size() > first ? letters_[first].span : 0].style.size;
        const auto list = [&](const char* name) {
            std::vector<double> out;
            const std::string_view all = node.attribute(name).value();
            for (std::size_t at = 0; at < all.size();) {
                const auto end = std::min(all.find_first_of(", \t\n", at), all.size());
                if (const auto one = length(all.substr(at, end - at), {size, 0}))
                    out.push_back(*one);
                at = end + 1;
            }
            return out;
        };
        const auto xs = list("x"), ys = list("y"), dxs = list("dx"), dys = list("dy");
        const auto turns = numbers(node.attribute("rotate").value());
        for (std::size_t i = first; i < letters_.size(); ++i) {
            const auto k = i - first;
            auto& letter = letters_[i];
            if (k < xs.size() && !letter.x) letter.x = xs[k];
            if (k < ys.size() && !letter.y) letter.y = ys[k];
            if (k < dxs.size() && letter.dx == 0) letter.dx = dxs[k];
            if (k < dys.size() && letter.dy == 0) letter.dy = dys[k];
            if (!turns.empty() && letter.turn == 0)
                letter.turn = turns[std::min(k, turns.size() - 1)];
        }
    }

    std::vector<Span> spans_;
    std::vector<Letter> letters_;
    bool last_preserved_ = false;
};

}  // namespace

TextParts parts_of(pugi::xml_node text) {
    Letters reader;
    reader.read(text, nullptr);
    auto letters = reader.take();
    return {reader.spans(), std::move(letters)};
}

}  // namespace triptych::svg
