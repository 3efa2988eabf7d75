#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/diagram/reading.hpp"

namespace triptych::doc::diagram {
namespace {

constexpr std::string_view plant_participants[] = {
    "participant", "actor", "boundary", "control", "entity", "database", "collections", "queue"};
constexpr std::string_view plant_shapes[] = {
    "component", "node",  "package", "cloud",    "folder", "frame", "rectangle", "usecase",
    "interface", "class", "storage", "artifact", "state",  "agent", "card",      "file"};
constexpr std::string_view plant_looks[] = {
    "skinparam", "hide", "show", "autonumber", "activate", "deactivate", "scale",
    "left",      "top",  "end",  "!theme",     "return",   "footbox",    "legend"};
constexpr std::string_view plant_parts[] = {"loop", "alt",      "else",  "opt",
                                            "par",  "critical", "break", "group"};

/// The plain subset: messages between participants, or links between components.
class PlantReader {
public:
    std::optional<Reading> read(std::string_view source) {
        for (const std::string_view written : text::split(source, '\n'))
            if (!statement(text::trim(written))) return std::nullopt;
        if (graph_.nodes.empty() || (is_graph_ && is_sequence_)) return std::nullopt;
        Reading reading{title_, {}, {}};
        if (is_graph_)
            reading.content = std::move(graph_);
        else
            reading.content = sequence();
        return reading;
    }

private:
    bool statement(std::string_view line) {
        if (line.empty() || line.starts_with('\'') || line.starts_with("@start") ||
            line.starts_with("@end"))
            return true;
        const std::string_view word = line.substr(0, line.find_first_of(" \t:"));
        const std::string_view more = text::trim(line.substr(word.size()));
        if (word == "title") return title_ = plain_label(more), true;
        if (is_among(word, plant_participants))
            return is_sequence_ = word != "actor" || is_sequence_, declared(more);
        if (is_among(word, plant_shapes)) return is_graph_ = true, declared(more);
        if (is_among(word, plant_parts)) {
            is_sequence_ = true;
            steps_.push_back(Remark{std::string(word), plain_label(more)});
            return true;
        }
        if (word == "note" && more.find(':') != more.npos) {
            steps_.push_back(Remark{"note", plain_label(more.substr(more.find(':') + 1))});
            return true;
        }
        return is_among(word, plant_looks) || line == "}" || link(line);
    }

    /// `"Long name" as A <<kind>> #colour`, `A`, `[A]`.
    bool declared(std::string_view written) {
        if (written.ends_with('{')) return false;  // members, or what lies inside
        written = text::trim(written.substr(0, std::min(written.find("<<"), written.find(" #"))));
        const std::size_t as = written.find(" as ");
        if (as == written.npos) return !written.empty() && (number(written), true);
        std::string_view label = text::trim(written.substr(0, as)), id = written.substr(as + 4);
        if (id.find('"') != id.npos) std::swap(label, id);
        names_.label(number(id), plain_name(label));
        return true;
    }

    /// `A -> B : text`, with any arrow of lines, dots, heads and colours.
    bool link(std::string_view line) {
        const std::size_t begin = arrow_in(line);
        if (begin == line.npos) return false;
        const std::size_t end = std::min(line.size(), line.find_first_not_of("<>|*o-.\\/x", begin));
        // The colon of `:an actor:` comes first behind the arrow.
        const std::size_t name = line.find_first_not_of(" :", end);
        const std::size_t colon = line.find(':', std::min(name, line.size()));
        const bool closes = name != line.npos && line[name - 1] == ':' && colon != line.npos;
        const std::size_t says = closes ? line.find(':', colon + 1) : colon;
        const std::string_view ends = line.substr(0, says);
        const std::string_view said =
            says == line.npos ? std::string_view() : line.substr(says + 1);
        std::string_view from = text::trim(ends.substr(0, begin)),
                         to = text::trim(ends.substr(end));
        const std::string_view arrow = ends.substr(begin, end - begin);
        if (from.empty() || to.empty() || graph_.links.size() > most_links) return false;
        const bool back = arrow.starts_with('<'), on = arrow.ends_with('>');
        if (arrow.find('|') != arrow.npos || arrow.find('.') != arrow.npos ||
            arrow.find('*') != arrow.npos || from.starts_with('[') || to.starts_with('[') ||
            from.starts_with('(') || to.starts_with('(') || (!back && !on))
            is_graph_ = true;
        std::size_t start = number(from), stop = number(to);
        if (graph_.nodes.size() > most_nodes) return false;
        if (back && !on) std::swap(start, stop);
        const std::string words = plain_label(said);
        const Direction direction = back && on   ? Direction::both
                                    : back || on ? Direction::forward
                                                 : Direction::none;
        graph_.links.push_back({start, stop, words, direction});
        steps_.push_back(Message{start, stop, words});
        return true;
    }

    static std::size_t arrow_in(std::string_view ends) {
        bool quoted = false;
        for (std::size_t i = 1; i < ends.size(); ++i) {
            if (ends[i - 1] == '"') quoted = !quoted;
            const bool starts =
                ends.substr(i).starts_with("--") || ends.substr(i).starts_with("->") ||
                ends.substr(i).starts_with("..") || ends.substr(i).starts_with("<-") ||
                ends.substr(i).starts_with("<|") || ends.substr(i).starts_with("<.") ||
                ends.substr(i).starts_with("o-") || ends.substr(i).starts_with("*-");
            const bool inside_word = is_name(ends[i - 1]) && ends[i] == 'o';
            if (starts && !quoted && !inside_word) return i;
        }
        return ends.npos;
    }

    std::size_t number(std::string_view written) { return names_.number(plain_name(written)); }

    /// `[*]` begins or ends; brackets, parentheses and colons say the shape.
    static std::string plain_name(std::string_view written) {
        written = text::trim(written);
        if (written == "[*]") return "●";
        for (const std::string_view around : {"[]", "()", "::"})
            if (written.size() > 2 && written.front() == around[0] && written.back() == around[1])
                written = written.substr(1, written.size() - 2);
        return plain_label(written);
    }

    Sequence sequence() { return {std::move(graph_.nodes), std::move(steps_)}; }

    Graph graph_;
    Names names_{graph_.nodes};
    std::vector<std::variant<Message, Remark>> steps_;
    std::string title_;
    bool is_graph_ = false, is_sequence_ = false;
};

}  // namespace

std::optional<Reading> read_plantuml(std::string_view source) { return PlantReader().read(source); }

}  // namespace triptych::doc::diagram
