#include <array>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/diagram/mermaid_lines.hpp"
#include "doc/diagram/reading.hpp"

namespace triptych::doc::diagram {
namespace {

/// What stands around a node's label, the longer ones first.
struct Shape {
    std::string_view opening, closing;
};
constexpr std::array shapes = {Shape{"(((", ")))"}, Shape{"([", "])"}, Shape{"[[", "]]"},
                               Shape{"[(", ")]"},   Shape{"((", "))"}, Shape{"{{", "}}"},
                               Shape{"[/", "]"},    Shape{"[\\", "]"}, Shape{"[", "]"},
                               Shape{"(", ")"},     Shape{"{", "}"},   Shape{">", "]"}};

/// A link from its sign on: `-->`, `-- yes -->`, `-.->|no|`, `<==>`.
struct Arrow {
    Direction direction{};
    std::string label;
};

class FlowReader {
public:
    std::optional<Reading> read(const MermaidLines& lines) {
        reading_.title = lines.title;
        reading_.description = lines.description;
        for (const std::string_view line : lines.statements)
            for (const std::string_view part : parts_of(line))
                if (!statement(text::trim(part))) return std::nullopt;
        if (graph_.nodes.empty()) return std::nullopt;
        reading_.content = std::move(graph_);
        return std::move(reading_);
    }

private:
    /// A semicolon ends a statement where it does not stand in a label.
    static std::vector<std::string_view> parts_of(std::string_view line) {
        std::vector<std::string_view> parts;
        std::size_t begin = 0;
        int depth = 0;
        bool quoted = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '"') quoted = !quoted;
            if (is_one_of(line.substr(i, 1), {"[", "(", "{"})) ++depth;
            if (is_one_of(line.substr(i, 1), {"]", ")", "}"})) --depth;
            if (line[i] != ';' || quoted || depth > 0) continue;
            parts.push_back(line.substr(begin, i - begin));
            begin = i + 1;
        }
        parts.push_back(line.substr(begin));
        return parts;
    }

    bool statement(std::string_view written) {
        if (written.empty()) return true;
        const std::string_view word = written.substr(0, written.find_first_of(" \t"));
        if (is_one_of(word, {"subgraph", "end", "direction", "classDef", "class", "style",
                             "linkStyle", "click"}))
            return true;
        Rest rest(written);
        auto from = nodes(rest);
        if (!from) return false;
        while (!rest.is_empty()) {
            const auto arrow = this->arrow(rest);
            auto to = arrow ? nodes(rest) : std::nullopt;
            if (!to) return false;
            if (!join(*from, *to, *arrow)) return false;
            from = std::move(to);
        }
        return true;
    }

    bool join(const std::vector<std::size_t>& from, const std::vector<std::size_t>& to,
              const Arrow& arrow) {
        if (graph_.links.size() + from.size() * to.size() > most_links) return false;
        for (const std::size_t start : from)
            for (const std::size_t end : to)
                graph_.links.push_back({start, end, arrow.label, arrow.direction});
        return true;
    }

    /// `a & b["label"]:::class`.
    std::optional<std::vector<std::size_t>> nodes(Rest& rest) {
        std::vector<std::size_t> all;
        do {
            rest.skip_spaces();
            const auto one = node(rest);
            if (!one || graph_.nodes.size() > most_nodes) return std::nullopt;
            all.push_back(*one);
            rest.skip_spaces();
        } while (rest.take("&"));
        return all;
    }

    std::optional<std::size_t> node(Rest& rest) {
        std::string id;
        while (!rest.is_empty()) {
            id += rest.take_while(is_name);
            const std::string_view more = rest.text();
            const bool joins = more.size() > 1 && is_one_of(more.substr(0, 1), {"-", ".", "/"}) &&
                               is_name(more[1]) && !id.empty();
            if (!joins) break;
            id += rest.next();
            rest.skip(1);
        }
        if (id.empty()) return std::nullopt;
        const std::size_t number = names_.number(id);
        if (rest.take("@{")) {
            const auto looks = rest.take_until("}");
            if (!looks) return std::nullopt;
            const std::size_t at = looks->find("label:");
            if (at != std::string_view::npos) label(number, looks->substr(at + 6));
        } else if (!shape(number, rest)) {
            return std::nullopt;
        }
        if (rest.take(":::"))
            rest.take_while([](char c) { return is_name(c) || c == '-' || c == ','; });
        return number;
    }

    /// The node's label, where it has one; false when it does not end.
    bool shape(std::size_t number, Rest& rest) {
        for (const Shape& shape : shapes) {
            if (!rest.take(shape.opening)) continue;
            Rest inside = rest;
            inside.skip_spaces();
            std::optional<std::string_view> written;
            if (inside.take("\"")) {
                written = inside.take_until("\"");
                if (!written || !inside.take_until(shape.closing)) return false;
                rest = inside;
            } else {
                written = rest.take_until(shape.closing);
            }
            if (!written) return false;
            while (written->ends_with('/') || written->ends_with('\\')) written->remove_suffix(1);
            label(number, *written);
            return true;
        }
        return true;
    }

    void label(std::size_t number, std::string_view written) {
        names_.label(number, plain_label(written));
    }

    static std::optional<Arrow> arrow(Rest& rest) {
        rest.skip_spaces();
        Arrow arrow{Direction::none, {}};
        const bool back = starts_backwards(rest);
        if (back) rest.skip(1);
        const std::string_view line = rest.take_while(is_line);
        if (line.size() < 2) return std::nullopt;
        bool points = points_on(rest);
        if (!points && line.size() == 2 && line != "~~") {
            // The label stands between the two halves of the line.
            const std::string_view second = line == "--" ? "--" : line == "==" ? "==" : ".-";
            const auto label = rest.take_until(second);
            if (!label) return std::nullopt;
            arrow.label = plain_label(*label);
            rest.take_while(is_line);
            points = points_on(rest);
        }
        rest.skip_spaces();
        if (rest.take("|")) {
            const auto label = rest.take_until("|");
            if (!label) return std::nullopt;
            arrow.label = plain_label(*label);
        }
        if (points) arrow.direction = back ? Direction::both : Direction::forward;
        return arrow;
    }
    static bool is_line(char c) { return c == '-' || c == '=' || c == '.' || c == '~'; }
    static bool starts_backwards(const Rest& rest) {
        const std::string_view text = rest.text();
        return text.size() > 1 && is_one_of(text.substr(0, 1), {"<", "o", "x"}) && is_line(text[1]);
    }
    static bool points_on(Rest& rest) {
        if (rest.take(">")) return true;
        const std::string_view text = rest.text();
        const bool mark = text.size() > 1 && (text[0] == 'o' || text[0] == 'x') &&
                          (text[1] == ' ' || text[1] == '|');
        if (mark) rest.skip(1);
        return mark;
    }

    Reading reading_;
    Graph graph_;
    Names names_{graph_.nodes};
};

}  // namespace

std::optional<Reading> read_mermaid(std::string_view source) {
    const auto lines = mermaid_lines(source);
    if (!lines) return std::nullopt;
    const std::string_view head = lines->head;
    const std::string_view kind = head.substr(0, head.find_first_of(" \t;"));
    if (kind == "graph" || kind == "flowchart") return FlowReader().read(*lines);
    if (kind == "sequenceDiagram") return read_mermaid_sequence(*lines);
    // Others are at least what their authors say of them.
    if (lines->title.empty() && lines->description.empty()) return std::nullopt;
    return Reading{lines->title, lines->description, Graph{}};
}

}  // namespace triptych::doc::diagram
