#include "doc/speech.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <set>
#include <utility>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/language_tag.hpp"
#include "base/match.hpp"
#include "base/text.hpp"
#include "base/title_text.hpp"
#include "doc/speech/words.hpp"

namespace triptych::doc {

namespace {

using speech::filled;
using speech::FormulaWord;
using Word = FormulaWord;

/// Nobody keeps a longer sentence in mind. In characters.
constexpr std::size_t longest_speech = 600;
/// What a longer one may take while it is made, in bytes.
constexpr std::size_t longest_draft = 4 * longest_speech;

class Speaker {
public:
    explicit Speaker(std::string_view language) : words_(language) {}

    std::string say_all(const tex::Nodes& formula) {
        note_letters(formula);
        return say(formula);
    }
    std::string_view language() const { return words_.tag(); }

private:
    std::string with(Word pattern, std::initializer_list<std::string_view> things) const {
        return filled(words_[pattern], things);
    }

    /// Capitals are told apart where the same formula has small letters alike.
    void note_letters(const tex::Nodes& nodes) {
        for (const auto& node : nodes) {
            if (const auto* one = std::get_if<tex::Identifier>(&node.content))
                if (one->text.size() == 1) letters_.insert(one->text.front());
            tex::for_each_row(node, [&](const tex::Nodes& row) { note_letters(row); });
        }
    }

    static void join(std::string& all, std::string_view more) {
        if (more.empty()) return;
        constexpr std::string_view glued[] = {",", ";", "、", "，", "；", "،", "؛"};
        const bool behind = std::any_of(std::begin(glued), std::end(glued),
                                        [&](auto sign) { return more.starts_with(sign); });
        if (!all.empty() && !behind) all += ' ';
        all += more;
    }

    // What is heard is bounded, whatever the formula holds.
    std::string say(const tex::Nodes& nodes) {
        std::string all;
        for (std::size_t i = 0; i < nodes.size() && all.size() <= longest_draft; ++i) {
            if (const std::size_t end = remainder(nodes, i); end > i) {
                const tex::Nodes inside(nodes.begin() + static_cast<long>(i) + 2,
                                        nodes.begin() + static_cast<long>(end));
                join(all, say(inside));
                i = end;
                continue;
            }
            const std::size_t end = applied(nodes, i);
            if (end > i) {
                const tex::Nodes inside(nodes.begin() + static_cast<long>(i) + 2,
                                        nodes.begin() + static_cast<long>(end));
                join(all, with(Word::applied, {one(nodes[i]), say(inside)}));
                i = end;
                continue;
            }
            join(all, one(nodes[i]));
        }
        return all;
    }

    static bool is_fence(const tex::Node& node, std::string_view sign) {
        const auto* fence = std::get_if<tex::Operator>(&node.content);
        return fence && fence->text == sign;
    }
    /// Where `\pmod{n}` that begins at `at` ends, whose brackets are not heard; `at` where there is
    /// none.
    static std::size_t remainder(const tex::Nodes& nodes, std::size_t at) {
        if (at + 3 >= nodes.size() || !std::holds_alternative<tex::Space>(nodes[at].content) ||
            !is_fence(nodes[at + 1], "("))
            return at;
        const auto* name = std::get_if<tex::Identifier>(&nodes[at + 2].content);
        if (name == nullptr || name->text != "mod") return at;
        std::size_t end = at + 3;
        while (end < nodes.size() && !is_fence(nodes[end], ")")) ++end;
        return end < nodes.size() ? end : at;
    }
    /// Where `f(x, y)` that begins at `at` ends; `at` where there is none.
    static std::size_t applied(const tex::Nodes& nodes, std::size_t at) {
        const auto* name = std::get_if<tex::Identifier>(&nodes[at].content);
        const bool function =
            name && (name->function || is_one_of(name->text, {"f", "g", "h", "F", "G", "P"}));
        if (!function || at + 2 >= nodes.size() || !is_fence(nodes[at + 1], "(")) return at;
        for (std::size_t i = at + 2; i < nodes.size() && i < at + 8; ++i) {
            if (is_fence(nodes[i], ")")) return i;
            const auto* sign = std::get_if<tex::Operator>(&nodes[i].content);
            if (sign && sign->role != tex::OperatorRole::punctuation) return at;
        }
        return at;
    }

    // Long because every kind of node has its line.
    std::string one(const tex::Node& node) {
        return std::visit(
            Match{[&](const tex::Identifier& n) { return name_of(n.text); },
                  [&](const tex::Number& n) { return n.text; },
                  [&](const tex::Operator& n) { return sign(n); },
                  [&](const tex::Words& n) { return std::string(text::trim(n.text)); },
                  [&](const tex::Space& n) {
                      return std::string(n.width >= 900 ? words_[Word::comma] : "");
                  },
                  [&](const tex::Group& n) { return group(n); },
                  [&](const tex::Fraction& n) { return fraction(n); },
                  [&](const tex::Root& n) { return root(n); },
                  [&](const tex::Scripts& n) { return scripts(n); },
                  [&](const tex::Fenced& n) { return fenced(n); },
                  [&](const tex::Accent& n) { return accent(n); },
                  [&](const tex::Matrix& n) { return matrix(n); },
                  [&](const tex::Arrow& n) { return arrow(n); },
                  [&](const tex::Enclosed& n) {
                      return n.frame ? say(n.body) : with(Word::crossed_out, {say(n.body)});
                  },
                  [&](const tex::Padded& n) { return n.shown ? say(n.body) : std::string(); },
                  [&](const tex::Unread& n) { return n.source; },
                  [&](const auto& n) { return say(n.body); }},
            node.content);
    }

    /// A sign in a place of its own is said as what it adds to another.
    std::string called(const speech::SignName& name) const {
        const std::string word = with(name.word, {""});
        return name.capital ? with(Word::capital, {word}) : word;
    }
    std::string name_of(const std::string& name) const {
        if (const auto known = speech::name_of_sign(name)) return called(*known);
        const bool capital = name.size() == 1 && ascii::is_upper(name.front()) &&
                             letters_.contains(ascii::to_lower(name.front()));
        return capital ? with(Word::capital, {name}) : name;
    }
    std::string sign(const tex::Operator& one) const {
        if (one.role == tex::OperatorRole::punctuation) return one.text;
        const auto known = speech::name_of_sign(one.text);
        return known ? called(*known) : one.text;
    }
    /// A comma in braces is that of decimals.
    std::string group(const tex::Group& one) {
        const bool comma = one.body.size() == 1 && is_fence(one.body.front(), ",");
        return comma ? std::string(words_[Word::decimal_point]) : say(one.body);
    }

    static bool is_simple(const tex::Nodes& nodes) {
        if (nodes.size() == 2) {
            const auto* function = std::get_if<tex::Identifier>(&nodes[0].content);
            return function && function->function && is_simple({nodes[1]});
        }
        if (nodes.size() != 1) return false;
        if (const auto* group = std::get_if<tex::Group>(&nodes[0].content))
            return is_simple(group->body);
        return std::holds_alternative<tex::Identifier>(nodes[0].content) ||
               std::holds_alternative<tex::Number>(nodes[0].content) ||
               std::holds_alternative<tex::Operator>(nodes[0].content) ||
               std::holds_alternative<tex::Words>(nodes[0].content);
    }
    static std::string_view number(const tex::Nodes& nodes) {
        const auto* one = nodes.size() == 1 ? std::get_if<tex::Number>(&nodes[0].content) : nullptr;
        return one ? std::string_view(one->text) : std::string_view();
    }

    std::string fraction(const tex::Fraction& one) {
        struct Part {
            std::string_view above, below;
            Word word;
        };
        constexpr Part parts[] = {{"1", "2", Word::half},
                                  {"1", "3", Word::third},
                                  {"2", "3", Word::two_thirds},
                                  {"1", "4", Word::quarter},
                                  {"3", "4", Word::three_quarters}};
        for (const auto& part : parts)
            if (number(one.above) == part.above && number(one.below) == part.below)
                return std::string(words_[part.word]);
        const bool simple = is_simple(one.above) && is_simple(one.below);
        return with(simple ? Word::over : Word::fraction, {say(one.above), say(one.below)});
    }
    std::string root(const tex::Root& one) {
        const std::string body = say(one.body);
        const bool simple = is_simple(one.body);
        const std::string_view degree = number(one.degree);
        if (one.degree.empty() || degree == "2")
            return with(simple ? Word::square_root : Word::square_root_long, {body});
        if (degree == "3") return with(simple ? Word::cube_root : Word::cube_root_long, {body});
        return with(simple ? Word::nth_root : Word::nth_root_long, {say(one.degree), body});
    }

    static const tex::Operator* large(const tex::Scripts& one) {
        const auto* sign =
            one.base.size() == 1 ? std::get_if<tex::Operator>(&one.base[0].content) : nullptr;
        const bool is = sign && (sign->role == tex::OperatorRole::large ||
                                 sign->role == tex::OperatorRole::integral);
        return is ? sign : nullptr;
    }
    std::string scripts(const tex::Scripts& one) {
        const auto* operation = large(one);
        const auto* name =
            one.base.size() == 1 ? std::get_if<tex::Identifier>(&one.base[0].content) : nullptr;
        if (operation != nullptr) return ranged(sign(*operation), one);
        if (name && name->text == "lim" && one.above.empty())
            return with(Word::limit, {say(one.below)});
        if (one.limits) return labelled(one);
        std::string all = say(one.base);
        if (!is_simple(one.base) && !one.base.empty()) all += words_[Word::comma];
        if (!one.below.empty()) {
            const Word pattern = is_simple(one.below) ? Word::index : Word::index_long;
            all = with(pattern, {all, say(one.below)});
            if (!one.above.empty()) all += words_[Word::comma];
        }
        return one.above.empty() ? all : power(all, one.above);
    }
    std::string ranged(const std::string& operation, const tex::Scripts& one) {
        const std::string below = say(one.below), above = say(one.above);
        if (one.above.empty()) return with(Word::ranged_over, {operation, below});
        if (one.below.empty()) return with(Word::ranged_to, {operation, above});
        return with(Word::ranged, {operation, below, above});
    }
    std::string labelled(const tex::Scripts& one) {
        std::string all = say(one.base);
        if (!one.below.empty()) all = with(Word::with_over, {all, say(one.below)});
        if (!one.above.empty()) all = with(Word::with_above, {all, say(one.above)});
        return with(Word::labelled, {all});
    }
    std::string power(const std::string& base, const tex::Nodes& above) {
        const bool primes = std::all_of(above.begin(), above.end(),
                                        [](const tex::Node& node) { return is_fence(node, "′"); });
        if (primes) {
            if (above.size() == 2) return with(Word::double_prime, {base});
            return with(above.size() == 1 ? Word::prime : Word::triple_prime, {base});
        }
        if (number(above) == "2") return with(Word::squared, {base});
        if (number(above) == "3") return with(Word::cubed, {base});
        if (above.size() == 1 && is_fence(above[0], "∘")) return with(Word::degrees, {base});
        const bool mark = above.size() == 1 && (is_fence(above[0], "∗") || is_fence(above[0], "*"));
        if (mark) return with(Word::star, {base});
        return with(is_simple(above) ? Word::power : Word::power_long, {base, say(above)});
    }

    std::string fenced(const tex::Fenced& one) {
        const auto* fraction =
            one.body.size() == 1 ? std::get_if<tex::Fraction>(&one.body[0].content) : nullptr;
        if (fraction && !fraction->line && one.open == "(")
            return with(Word::binomial, {say(fraction->above), say(fraction->below)});
        const std::string body = say(one.body);
        if (one.open == "|" && one.close == "|") return with(Word::absolute, {body});
        if (one.open == "‖" && one.close == "‖") return with(Word::norm, {body});
        std::string all = one.open.empty() ? "" : name_of(one.open);
        join(all, body);
        join(all, one.close.empty() ? "" : name_of(one.close));
        return all;
    }
    std::string accent(const tex::Accent& one) {
        const std::string body = say(one.body);
        if (one.mark == "→" && one.place == tex::AccentPlace::over)
            return with(Word::vector, {body});
        const auto mark = speech::name_of_mark(one.mark);
        return mark ? with(*mark, {body}) : body;
    }
    std::string arrow(const tex::Arrow& one) {
        std::string all = name_of(one.sign);
        if (one.above.empty() && one.below.empty()) return all;
        if (!one.above.empty()) all = with(Word::with_above, {all, say(one.above)});
        if (!one.below.empty()) all = with(Word::with_below, {all, say(one.below)});
        return all.append(words_[Word::comma]);
    }

    std::string matrix(const tex::Matrix& one) {
        const std::size_t rows = one.rows.size();
        const std::string count = std::to_string(rows);
        std::size_t columns = 0;
        for (const auto& row : one.rows) columns = std::max(columns, row.size());
        std::string all;
        const bool cases = one.kind == tex::MatrixKind::cases;
        const bool equations =
            one.kind == tex::MatrixKind::aligned || one.kind == tex::MatrixKind::gathered ||
            one.kind == tex::MatrixKind::lines || one.kind == tex::MatrixKind::stacked;
        if (cases)
            all = with(Word::cases, {count});
        else if (!equations)
            all = with(Word::matrix, {count, std::to_string(columns)});
        for (std::size_t i = 0; i < rows && all.size() <= longest_draft; ++i) {
            if (!cases && (rows > 1 || !equations))
                join(all, with(Word::matrix_row, {std::to_string(i + 1)}));
            join(all, cells(one.rows[i], equations));
            if (i < one.tags.size() && !one.tags[i].empty())
                join(all, with(Word::equation, {one.tags[i]}));
            if (i + 1 < rows) all += words_[Word::row_end];
        }
        return all;
    }
    std::string cells(const std::vector<tex::Nodes>& row, bool equations) {
        const std::string_view comma = words_[Word::comma];
        std::string all;
        for (std::size_t i = 0; i < row.size() && all.size() <= longest_draft; ++i) {
            const std::string cell = say(row[i]);
            if (i > 0 && !equations && !cell.empty() && !cell.starts_with(comma) &&
                !all.ends_with(comma))
                all += comma;
            join(all, cell);
        }
        return all;
    }

    speech::Vocabulary words_;
    std::set<char> letters_;
};

}  // namespace

Speech spoken(const tex::Nodes& formula, std::string_view source, std::string_view language) {
    Speaker speaker(language);
    std::string said = speaker.say_all(formula);
    if (said.empty() || text::count_characters(said) > longest_speech)
        return {source.empty() ? " " : std::string(source), {}};
    const bool foreign = !same_language(speaker.language(), language);
    return {std::move(said), std::string(foreign ? speaker.language() : "")};
}

bool can_speak_formulas(std::string_view language) {
    return same_language(speech::Vocabulary(language).tag(), language);
}

}  // namespace triptych::doc
