#include <algorithm>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/tex/reading.hpp"

/// The common part of mhchem: formulas, charges, arrows, states, bonds.
namespace triptych::doc::tex {

namespace {

struct ChemicalArrow {
    std::string_view source, sign;
};
/// Longer ones first.
constexpr ChemicalArrow chemical_arrows[] = {
    {"<=>>", "⇌"}, {"<<=>", "⇌"}, {"<-->", "⇄"}, {"<=>", "⇌"}, {"<->", "↔"},
    {"->", "→"},   {"<-", "←"},   {"⇌", "⇌"},    {"→", "→"},   {"←", "←"}};

class ChemistryReader {
public:
    ChemistryReader(std::string_view raw, Reading& reading)
        : raw_(raw), reading_(reading), lexer_(raw, reading.macros) {}

    Nodes read() {
        while (at_ < raw_.size() && !reading_.failed()) step();
        return std::move(nodes_);
    }

private:
    char at(std::size_t i) const { return i < raw_.size() ? raw_[i] : ' '; }

    // Long because it says for every kind of sign what it begins.
    void step() {
        const char c = raw_[at_];
        if (arrow()) return;
        if (ascii::is_space(c)) return gap();
        if (ascii::is_letter(c)) return letters();
        if (ascii::is_digit(c)) return digits();
        if (c == '^' || c == '_') return script(c);
        if (c == '+' || c == '-') return sign(c);
        if (c == '$') return formula();
        if (c == '\\') return command();
        ++at_;
        if (c == '(' || c == '[' || c == ')' || c == ']') {
            put({Operator{std::string(1, c), OperatorRole::fence}});
            behind_element_ = c == ')' || c == ']';
        } else if (c == '=' || c == '#') {
            put({Classed{SignClass::ordinary,
                         {{Operator{c == '=' ? "=" : "≡", OperatorRole::ordinary}}}}});
        } else if (c == '*' || c == '.') {
            put({Operator{"⋅", OperatorRole::ordinary}});
        } else if (c != '{' && c != '}') {
            other();
        }
    }
    /// What means nothing of its own here.
    void other() {
        --at_;
        std::size_t end = at_;
        text::next_code_point(raw_, end);
        put({Identifier{std::string(raw_.substr(at_, end - at_)), true}});
        at_ = end;
    }
    void put(Node node) {
        nodes_.push_back(std::move(node));
        behind_element_ = false;
    }
    void gap() {
        while (at_ < raw_.size() && ascii::is_space(raw_[at_])) ++at_;
        behind_element_ = false;
        const bool alone = ascii::is_space(at(at_ + 1)) || at_ + 1 >= raw_.size();
        if (at(at_) == 'v' && alone) return precipitate("↓");
        if (at(at_) == '^' && alone) return precipitate("↑");
    }
    void precipitate(std::string_view sign) {
        ++at_;
        put({Space{167}});
        put({Classed{SignClass::ordinary,
                     {{Operator{std::string(sign), OperatorRole::ordinary}}}}});
    }
    bool arrow() {
        for (const auto& [source, sign] : chemical_arrows) {
            if (!raw_.substr(at_).starts_with(source)) continue;
            at_ += source.size();
            Arrow node{std::string(sign), {}, {}};
            node.above = label();
            node.below = label();
            put({std::move(node)});
            return true;
        }
        return false;
    }
    /// `[…]` behind an arrow.
    Nodes label() {
        constexpr std::size_t longest = 1000;
        if (at(at_) != '[') return {};
        const std::size_t end = raw_.substr(0, at_ + longest).find(']', at_);
        if (end == std::string_view::npos) return {};
        const auto inside = raw_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return read_chemistry(inside, reading_);
    }
    void letters() {
        const std::size_t begin = at_;
        while (at_ < raw_.size() && ascii::is_letter(raw_[at_])) ++at_;
        // `2n+1 H`: a small letter alone is a variable.
        const auto word = raw_.substr(begin, at_ - begin);
        const bool variable = word.size() == 1 && ascii::is_lower(word.front());
        put({Identifier{std::string(word), !variable}});
        behind_element_ = true;
    }
    /// Behind an element they say how many atoms there are, else how many molecules.
    void digits() {
        const std::size_t begin = at_;
        while (ascii::is_digit(at(at_)) ||
               (is_one_of(raw_.substr(at_, 1), {".", "/"}) && ascii::is_digit(at(at_ + 1))))
            ++at_;
        const std::string number(raw_.substr(begin, at_ - begin));
        if (behind_element_) return add_script({{Number{number}}}, false);
        if (const auto slash = number.find('/'); slash != std::string::npos)
            put({Fraction{{{Number{number.substr(0, slash)}}},
                          {{Number{number.substr(slash + 1)}}}}});
        else
            put({Number{number}});
        put({Space{167}});
    }
    void add_script(Nodes script, bool above) {
        auto* last = nodes_.empty() ? nullptr : std::get_if<Scripts>(&nodes_.back().content);
        const bool joins = last && behind_element_ && (above ? last->above : last->below).empty();
        if (joins) {
            (above ? last->above : last->below) = std::move(script);
            return;
        }
        Scripts scripts;
        if (behind_element_ && !nodes_.empty()) {
            scripts.base.push_back(std::move(nodes_.back()));
            nodes_.pop_back();
        }
        (above ? scripts.above : scripts.below) = std::move(script);
        nodes_.push_back({std::move(scripts)});
        behind_element_ = true;
    }
    void script(char kind) {
        ++at_;
        std::string_view inside;
        if (at(at_) == '{') {
            const std::size_t end = std::min(raw_.find('}', at_), raw_.size());
            inside = raw_.substr(at_ + 1, end - at_ - 1);
            at_ = std::min(end + 1, raw_.size());
        } else {
            const std::size_t begin = at_;
            while (ascii::is_digit(at(at_))) ++at_;
            if (at(at_) == '+' || at(at_) == '-') ++at_;
            if (at_ == begin && at_ < raw_.size()) ++at_;
            inside = raw_.substr(begin, at_ - begin);
        }
        add_script(read_inside(inside, reading_), kind == '^');
    }
    /// A charge behind an element, a bond between two, else a sign of its own.
    void sign(char c) {
        const bool charge = behind_element_ && !ascii::is_letter(at(at_ + 1));
        const bool bond = behind_element_ && c == '-' && ascii::is_letter(at(at_ + 1));
        ++at_;
        Node node{Operator{c == '-' ? "−" : "+", OperatorRole::ordinary}};
        if (charge) return add_script({std::move(node)}, true);
        if (bond)
            return put({Classed{SignClass::ordinary, {{Operator{"–", OperatorRole::ordinary}}}}});
        put(std::move(node));
    }
    void formula() {
        const std::size_t end = raw_.find('$', at_ + 1);
        if (end == std::string_view::npos) {
            ++at_;
            return put(reading_.keep("$"));
        }
        const auto inside = raw_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        put({Group{read_inside(inside, reading_)}});
        behind_element_ = true;
    }
    /// A command and its arguments are read as in any formula.
    void command() {
        std::size_t end = at_ + 1;
        while (ascii::is_letter(at(end))) ++end;
        if (end == at_ + 1) end = std::min(end + 1, raw_.size());
        while (at(end) == '{') {
            lexer_.seek(end);
            if (!lexer_.take_raw_group()) break;
            end = lexer_.offset();
        }
        const auto inside = raw_.substr(at_, end - at_);
        at_ = end;
        put({Group{read_inside(inside, reading_)}});
    }

    std::string_view raw_;
    Reading& reading_;
    Lexer lexer_;
    std::size_t at_ = 0;
    bool behind_element_ = false;
    Nodes nodes_;
};

}  // namespace

Nodes read_chemistry(std::string_view raw, Reading& reading) {
    if (++reading.depth > Reading::deepest) reading.fail("{");
    Nodes nodes = ChemistryReader(raw, reading).read();
    --reading.depth;
    return nodes;
}

}  // namespace triptych::doc::tex
