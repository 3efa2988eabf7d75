#include "doc/speech.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/match.hpp"
#include "base/text.hpp"
#include "doc/speech/words.hpp"

namespace triptych::doc {

namespace {

using speech::Words;

/// Nobody keeps a longer sentence in mind.
constexpr std::size_t longest_speech = 600;

class Speaker {
public:
    explicit Speaker(bool french) : french_(french) {}

    std::string say_all(const tex::Nodes& formula) {
        note_letters(formula);
        return say(formula);
    }

private:
    std::string pick(std::string_view english, std::string_view french) const {
        return std::string(french_ ? french : english);
    }
    std::string pick(const Words& words) const { return pick(words.english, words.french); }

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
        const bool glued = is_one_of(more.substr(0, 1), {",", ";"});
        if (!all.empty() && !glued) all += ' ';
        all += more;
    }

    // What is heard is bounded, whatever the formula holds.
    std::string say(const tex::Nodes& nodes) {
        std::string all;
        for (std::size_t i = 0; i < nodes.size() && all.size() <= longest_speech; ++i) {
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
                join(all, one(nodes[i]) + pick(" of ", " de ") + say(inside));
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
                  [&](const tex::Space& n) { return std::string(n.width >= 900 ? "," : ""); },
                  [&](const tex::Group& n) { return group(n); },
                  [&](const tex::Fraction& n) { return fraction(n); },
                  [&](const tex::Root& n) { return root(n); },
                  [&](const tex::Scripts& n) { return scripts(n); },
                  [&](const tex::Fenced& n) { return fenced(n); },
                  [&](const tex::Accent& n) { return accent(n); },
                  [&](const tex::Matrix& n) { return matrix(n); },
                  [&](const tex::Arrow& n) { return arrow(n); },
                  [&](const tex::Enclosed& n) {
                      return say(n.body) + (n.frame ? "" : pick(" crossed out", " barré"));
                  },
                  [&](const tex::Padded& n) { return n.shown ? say(n.body) : std::string(); },
                  [&](const tex::Unread& n) { return n.source; },
                  [&](const auto& n) { return say(n.body); }},
            node.content);
    }

    std::string name_of(const std::string& name) const {
        if (const auto* words = speech::words_for(name)) return pick(*words);
        const bool capital = name.size() == 1 && ascii::is_upper(name.front()) &&
                             letters_.contains(ascii::to_lower(name.front()));
        if (capital) return french_ ? name + " majuscule" : "capital " + name;
        return name;
    }
    std::string sign(const tex::Operator& one) const {
        if (one.role == tex::OperatorRole::punctuation) return one.text;
        const auto* words = speech::words_for(one.text);
        return words ? pick(*words) : one.text;
    }
    /// A comma in braces is that of decimals.
    std::string group(const tex::Group& one) {
        const bool comma = one.body.size() == 1 && is_fence(one.body.front(), ",");
        return comma ? pick("point", "virgule") : say(one.body);
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
            Words words;
        };
        constexpr Part parts[] = {{"1", "2", {"one half", "un demi"}},
                                  {"1", "3", {"one third", "un tiers"}},
                                  {"2", "3", {"two thirds", "deux tiers"}},
                                  {"1", "4", {"one quarter", "un quart"}},
                                  {"3", "4", {"three quarters", "trois quarts"}}};
        for (const auto& part : parts)
            if (number(one.above) == part.above && number(one.below) == part.below)
                return pick(part.words);
        const std::string above = say(one.above), below = say(one.below);
        if (is_simple(one.above) && is_simple(one.below))
            return above + pick(" over ", " sur ") + below;
        if (french_)
            return "la fraction de numérateur " + above + " et de dénominateur " + below +
                   ", fin de fraction";
        return "the fraction " + above + ", over " + below + ", end fraction";
    }
    std::string root(const tex::Root& one) {
        const std::string body = say(one.body);
        const std::string end = is_simple(one.body) ? "" : pick(", end root", ", fin de racine");
        const std::string_view degree = number(one.degree);
        if (one.degree.empty() || degree == "2")
            return pick("the square root of ", "racine carrée de ") + body + end;
        if (degree == "3") return pick("the cube root of ", "racine cubique de ") + body + end;
        const std::string which = say(one.degree);
        return pick("the root of order " + which + " of ", "racine d’ordre " + which + " de ") +
               body + end;
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
        if (operation != nullptr) return ranged(pick("the ", "") + sign(*operation), one);
        if (name && name->text == "lim" && one.above.empty())
            return pick("the limit as ", "limite quand ") + say(one.below) + pick(" of", " de");
        if (one.limits) return labelled(one);
        std::string all = say(one.base);
        if (!is_simple(one.base) && !one.base.empty()) all += ',';
        if (!one.below.empty()) {
            join(all, pick("sub ", "indice ") + say(one.below));
            if (!is_simple(one.below)) all += pick(", end sub", ", fin d’indice");
            if (!one.above.empty()) all += ',';
        }
        if (!one.above.empty()) join(all, power(one.above));
        return all;
    }
    std::string ranged(std::string all, const tex::Scripts& one) {
        if (one.above.empty())
            all += pick(" over ", " sur ") + say(one.below);
        else if (one.below.empty())
            all += pick(" to ", " jusqu’à ") + say(one.above);
        else
            all += pick(" from ", " de ") + say(one.below) + pick(" to ", " à ") + say(one.above);
        return all + pick(" of", " de");
    }
    std::string labelled(const tex::Scripts& one) {
        std::string all = say(one.base);
        if (!one.below.empty()) join(all, pick("over ", "avec dessous ") + say(one.below));
        if (!one.above.empty()) join(all, pick("with above ", "avec dessus ") + say(one.above));
        return all + pick(", end", ", fin");
    }
    std::string power(const tex::Nodes& above) {
        const bool primes = std::all_of(above.begin(), above.end(),
                                        [](const tex::Node& node) { return is_fence(node, "′"); });
        if (primes) {
            if (above.size() == 2) return pick("double prime", "seconde");
            return above.size() == 1 ? "prime" : pick("triple prime", "tierce");
        }
        if (number(above) == "2") return pick("squared", "au carré");
        if (number(above) == "3") return pick("cubed", "au cube");
        if (above.size() == 1 && is_fence(above[0], "∘")) return pick("degrees", "degrés");
        const bool mark = above.size() == 1 && (is_fence(above[0], "∗") || is_fence(above[0], "*"));
        if (mark) return pick("star", "étoile");
        const std::string end = is_simple(above) ? "" : pick(", end power", ", fin d’exposant");
        return pick("to the power ", "puissance ") + say(above) + end;
    }

    std::string fenced(const tex::Fenced& one) {
        const auto* fraction =
            one.body.size() == 1 ? std::get_if<tex::Fraction>(&one.body[0].content) : nullptr;
        if (fraction && !fraction->line && one.open == "(") {
            const std::string above = say(fraction->above), below = say(fraction->below);
            return french_ ? below + " parmi " + above : above + " choose " + below;
        }
        const std::string body = say(one.body);
        if (one.open == "|" && one.close == "|")
            return pick("the absolute value of " + body + ", end absolute value",
                        "valeur absolue de " + body + ", fin de valeur absolue");
        if (one.open == "‖" && one.close == "‖")
            return pick("the norm of " + body + ", end norm",
                        "norme de " + body + ", fin de norme");
        std::string all = one.open.empty() ? "" : name_of(one.open);
        join(all, body);
        join(all, one.close.empty() ? "" : name_of(one.close));
        return all;
    }
    std::string accent(const tex::Accent& one) {
        const std::string body = say(one.body);
        if (one.mark == "→" && one.place == tex::AccentPlace::over)
            return pick("vector ", "vecteur ") + body;
        const auto* words = speech::words_for_mark(one.mark);
        return words ? body + " " + pick(*words) : body;
    }
    std::string arrow(const tex::Arrow& one) {
        std::string all = name_of(one.sign);
        if (!one.above.empty()) join(all, pick("with above ", "avec dessus ") + say(one.above));
        if (!one.below.empty()) join(all, pick("with below ", "avec dessous ") + say(one.below));
        return one.above.empty() && one.below.empty() ? all : all + ",";
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
            all = count + pick(" cases:", " cas :");
        else if (!equations)
            all = pick("the " + count + " by ", "matrice " + count + " sur ") +
                  std::to_string(columns) + pick(" matrix;", " ;");
        for (std::size_t i = 0; i < rows && all.size() <= longest_speech; ++i) {
            if (!cases && (rows > 1 || !equations))
                join(all, pick("row ", "ligne ") + std::to_string(i + 1) + pick(":", " :"));
            join(all, cells(one.rows[i], equations));
            if (i < one.tags.size() && !one.tags[i].empty())
                join(all, pick(", equation ", ", équation ") + one.tags[i]);
            if (i + 1 < rows) all += french_ ? " ;" : ";";
        }
        return all;
    }
    std::string cells(const std::vector<tex::Nodes>& row, bool equations) {
        std::string all;
        for (std::size_t i = 0; i < row.size() && all.size() <= longest_speech; ++i) {
            const std::string cell = say(row[i]);
            if (i > 0 && !equations && !cell.empty() && !cell.starts_with(',') &&
                !all.ends_with(','))
                all += ',';
            join(all, cell);
        }
        return all;
    }

    bool french_;
    std::set<char> letters_;
};

bool is_in(std::string_view language, std::string_view wanted) {
    return language == wanted ||
           (language.starts_with(wanted) && language.substr(wanted.size(), 1) == "-");
}

}  // namespace

std::string spoken(const tex::Nodes& formula, std::string_view source, std::string_view language) {
    std::string said;
    if (is_in(language, "fr") || is_in(language, "en"))
        said = Speaker(is_in(language, "fr")).say_all(formula);
    if (said.empty() || said.size() > longest_speech) said = source;
    return said.empty() ? " " : said;
}

}  // namespace triptych::doc
