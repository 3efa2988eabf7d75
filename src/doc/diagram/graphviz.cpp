#include <map>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "doc/diagram/reading.hpp"

namespace triptych::doc::diagram {
namespace {

/// A word, a quoted or an HTML string, `->`, `--`, or a sign; empty at the end.
struct Token {
    std::string text;
    bool is_string = false;  ///< no keyword
};

class Tokens {
public:
    explicit Tokens(std::string_view source) : rest_(source) { advance(); }

    const Token& next() const { return next_; }
    bool is(std::string_view sign) const { return !next_.is_string && next_.text == sign; }
    bool is_name() const {
        return next_.is_string || (!next_.text.empty() &&
                                   (diagram::is_name(next_.text.front()) || next_.text.size() > 2 ||
                                    ascii::is_digit(next_.text.back())));
    }
    bool is_end() const { return next_.text.empty() && !next_.is_string; }
    bool is_broken() const { return broken_; }
    Token take() {
        Token taken = std::move(next_);
        advance();
        return taken;
    }
    bool take(std::string_view sign) {
        const bool there = is(sign);
        if (there) advance();
        return there;
    }

private:
    void advance() {
        next_ = {};
        skip_blanks();
        if (rest_.is_empty()) return;
        if (rest_.take("\"")) return quoted();
        if (rest_.next() == '<') return html();
        if (rest_.take("->")) return void(next_.text = "->");
        if (rest_.take("--")) return void(next_.text = "--");
        const auto word =
            rest_.take_while([](char c) { return diagram::is_name(c) || c == '.' || c == '-'; });
        // A line may follow a name without a space.
        const std::size_t line = std::min(word.find("->"), word.find("--"));
        next_.text = word.substr(0, line);
        if (line != std::string_view::npos) {
            rest_ = Rest({word.data() + line, rest_.text().size() + word.size() - line});
        } else if (word.ends_with('-') && rest_.next() == '>') {
            next_.text.pop_back();
            rest_ = Rest({word.data() + word.size() - 1, rest_.text().size() + 1});
        }
        if (!next_.text.empty()) return;
        next_.text = rest_.next();
        rest_.skip(1);
    }

    void skip_blanks() {
        while (true) {
            rest_.take_while([](char c) { return ascii::is_space(static_cast<unsigned char>(c)); });
            if (rest_.take("//") || rest_.next() == '#')
                rest_.take_while([](char c) { return c != '\n'; });
            else if (!rest_.take("/*"))
                return;
            else if (!rest_.take_until("*/"))
                return break_off();
        }
    }

    void quoted() {
        next_.is_string = true;
        while (!rest_.is_empty()) {
            next_.text += rest_.take_while([](char c) { return c != '"' && c != '\\'; });
            if (rest_.take("\"")) return;
            if (rest_.take("\\\"")) {
                next_.text += '"';
            } else {
                next_.text += rest_.text().substr(0, 2);
                rest_.skip(std::min<std::size_t>(2, rest_.text().size()));
            }
        }
        break_off();
    }

    void html() {
        next_.is_string = true;
        int depth = 0;
        std::size_t size = 0;
        for (const char c : rest_.text()) {
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            ++size;
            if (depth == 0) break;
        }
        if (depth > 0) return break_off();
        next_.text = rest_.text().substr(1, size - 2);
        rest_.skip(size);
    }

    void break_off() {
        broken_ = true;
        rest_ = Rest({});
    }

    Rest rest_;
    Token next_;
    bool broken_ = false;
};

using Attributes = std::map<std::string, std::string>;
using Numbers = std::vector<std::size_t>;

/// By the grammar of the language of Graphviz (graphviz.org/doc/info/lang.html).
class GraphvizReader {
public:
    explicit GraphvizReader(std::string_view source) : tokens_(source) {}

    std::optional<Reading> read() {
        tokens_.take("strict");
        if (!tokens_.take("graph") && !tokens_.take("digraph")) return std::nullopt;
        if (!tokens_.is("{")) tokens_.take();
        Numbers inside;
        if (!body(inside, 0) || !tokens_.is_end() || tokens_.is_broken() || graph_.nodes.empty())
            return std::nullopt;
        reading_.content = std::move(graph_);
        return std::move(reading_);
    }

private:
    static constexpr int deepest = 40;

    /// `{ … }`; `inside` gets the nodes that are named in it.
    bool body(Numbers& inside, int depth) {
        if (depth > deepest || !tokens_.take("{")) return false;
        while (!tokens_.take("}")) {
            if (tokens_.is_end() || !statement(inside, depth)) return false;
            while (tokens_.take(";") || tokens_.take(",")) continue;
        }
        return true;
    }

    bool statement(Numbers& inside, int depth) {
        for (const char* what : {"graph", "node", "edge"})
            if (tokens_.is(what)) {
                tokens_.take();
                const auto looks = attributes();
                if (looks && *what == 'g') title(*looks, depth);
                return looks.has_value();
            }
        auto from = end_of_line(inside, depth);
        if (!from) return false;
        if (from->empty()) return true;  // a value of the graph
        const std::size_t first_link = graph_.links.size();
        bool links = false;
        while (tokens_.is("->") || tokens_.is("--")) {
            const bool directed = tokens_.take().text == "->";
            auto to = end_of_line(inside, depth);
            if (!to || !join(*from, *to, directed)) return false;
            from = std::move(to);
            links = true;
        }
        const auto looks = attributes();
        if (!looks) return false;
        const auto label = looks->find("label");
        if (label == looks->end()) return true;
        const std::string words = plain_label(label->second);
        for (std::size_t i = first_link; i < graph_.links.size(); ++i)
            graph_.links[i].label = words;
        if (!links)
            for (const std::size_t node : *from) names_.label(node, record(words));
        return true;
    }

    /// A node with its port, or the nodes of a subgraph; empty for `name = value`.
    std::optional<Numbers> end_of_line(Numbers& inside, int depth) {
        if (tokens_.is("subgraph") || tokens_.is("{")) {
            if (tokens_.take("subgraph") && !tokens_.is("{")) tokens_.take();
            Numbers within;
            if (!body(within, depth + 1)) return std::nullopt;
            inside.insert(inside.end(), within.begin(), within.end());
            return within;
        }
        if (!tokens_.is_name()) return std::nullopt;
        const std::string name = tokens_.take().text;
        if (tokens_.take("=")) {
            const std::string value = tokens_.take().text;
            title({{name, value}}, depth);
            return Numbers();
        }
        for (int ports = 0; ports < 2 && tokens_.take(":"); ++ports) tokens_.take();
        const std::size_t number = names_.number(name);
        if (graph_.nodes.size() > most_nodes) return std::nullopt;
        inside.push_back(number);
        return Numbers{number};
    }

    /// `[a=b, c=d] [e]`.
    std::optional<Attributes> attributes() {
        Attributes found;
        while (tokens_.take("[")) {
            while (!tokens_.take("]")) {
                if (tokens_.is_end()) return std::nullopt;
                const std::string name = tokens_.take().text;
                if (tokens_.take("=")) found[name] = tokens_.take().text;
                while (tokens_.take(",") || tokens_.take(";")) continue;
            }
        }
        return found;
    }

    void title(const Attributes& looks, int depth) {
        const auto label = looks.find("label");
        if (depth == 0 && label != looks.end()) reading_.title = plain_label(label->second);
    }

    bool join(const Numbers& from, const Numbers& to, bool directed) {
        if (graph_.links.size() + from.size() * to.size() > most_links) return false;
        for (const std::size_t start : from)
            for (const std::size_t end : to)
                graph_.links.push_back(
                    {start, end, {}, directed ? Direction::forward : Direction::none});
        return true;
    }

    /// The fields of a record, `{a|<port> b}`, as a list.
    static std::string record(std::string words) {
        if (words.find('|') == std::string::npos) return words;
        for (const char* brace : {"{", "}"}) words = text::replace_all(words, brace, "");
        std::string list;
        for (std::string_view field : text::split(words, '|')) {
            const std::size_t port = field.find('<') < field.find('>') ? field.find('>') + 1 : 0;
            field = text::trim(field.substr(port));
            if (field.empty()) continue;
            if (!list.empty()) list += ", ";
            list += field;
        }
        return list;
    }

    Tokens tokens_;
    Reading reading_;
    Graph graph_;
    Names names_{graph_.nodes};
};

}  // namespace

std::optional<Reading> read_graphviz(std::string_view source) {
    return GraphvizReader(source).read();
}

}  // namespace triptych::doc::diagram
