#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "doc/diagram/reading.hpp"

namespace triptych::doc::diagram {
namespace {

/// Keys that say how a shape looks, not what it is (d2lang.com/tour/keywords).
constexpr std::string_view d2_looks[] = {"shape",
                                         "style",
                                         "near",
                                         "icon",
                                         "width",
                                         "height",
                                         "direction",
                                         "class",
                                         "tooltip",
                                         "link",
                                         "constraint",
                                         "grid-rows",
                                         "grid-columns",
                                         "grid-gap",
                                         "top",
                                         "left",
                                         "source-arrowhead",
                                         "target-arrowhead"};
constexpr std::string_view d2_signs[] = {"<->", "->", "<-", "--"};

class D2Reader {
public:
    std::optional<Reading> read(std::string_view source) {
        for (const std::string_view written : text::split(source, '\n'))
            for (const std::string_view part : text::split(written, ';')) {
                const std::string_view line = text::trim(part);
                if (line.starts_with('#')) break;
                if (!statement(line)) return std::nullopt;
            }
        if (graph_.nodes.empty() || !containers_.empty()) return std::nullopt;
        return Reading{{}, {}, std::move(graph_)};
    }

private:
    // Blocks of text, globs, imports, variables and layers are beyond the subset.
    static bool is_beyond(std::string_view line) {
        return line.find_first_of("|*@$&") != std::string_view::npos ||
               is_one_of(line.substr(0, line.find_first_of(": {")),
                         {"vars", "classes", "layers", "scenarios", "steps"});
    }

    bool statement(std::string_view line) {
        if (line.empty()) return true;
        if (line == "}") return close();
        if (is_beyond(line)) return false;
        bool opens = line.ends_with('{');
        if (opens) line = text::trim(line.substr(0, line.size() - 1));
        if (line.ends_with('}')) return false;
        const std::size_t colon = colon_in(line);
        const std::string_view key = text::trim(line.substr(0, colon));
        const std::string_view label =
            colon == line.npos ? std::string_view() : text::trim(line.substr(colon + 1));
        const std::string_view first = key.substr(0, key.find('.'));
        const std::string_view last = key.substr(key.rfind('.') + 1);
        if (is_among(first, d2_looks) || key.find(".style.") != key.npos ||
            is_among(last, d2_looks)) {
            if (opens) containers_.push_back(containers_.empty() ? "" : containers_.back());
            if (last == "label") return false;
            return containers_.size() < deepest;
        }
        if (key == "label") return relabel(label);
        std::vector<std::string> ends;
        if (!links(key, label, ends)) return false;
        if (opens) containers_.push_back(ends.size() == 1 ? ends.front() : "");
        return containers_.size() < deepest;
    }

    bool close() {
        if (containers_.empty()) return false;
        containers_.pop_back();
        return true;
    }

    bool relabel(std::string_view label) {
        if (containers_.empty() || containers_.back().empty()) return false;
        names_.label(names_.number(containers_.back()), plain_label(label));
        return true;
    }

    static std::size_t colon_in(std::string_view line) {
        bool quoted = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '"') quoted = !quoted;
            if (line[i] == ':' && !quoted) return i;
        }
        return line.npos;
    }

    /// `a -> b <- c`, or one name.
    bool links(std::string_view key, std::string_view label, std::vector<std::string>& ends) {
        Rest rest(key);
        std::size_t before = 0;
        std::string_view sign;
        while (true) {
            std::size_t at = 0;
            std::string_view next;
            for (; at < rest.text().size() && next.empty(); ++at)
                for (const std::string_view one : d2_signs)
                    if (next.empty() && rest.text().substr(at).starts_with(one)) next = one;
            const std::size_t length = next.empty() ? rest.text().size() : at - 1;
            const std::string name = path(text::trim(rest.text().substr(0, length)));
            if (name.empty() || graph_.nodes.size() > most_nodes) return false;
            const std::size_t number = names_.number(name);
            name_shortly(number, name);
            ends.push_back(name);
            if (!sign.empty()) join(before, number, sign, label);
            if (graph_.links.size() > most_links) return false;
            if (next.empty()) break;
            rest.skip(length + next.size());
            while (rest.take("-")) continue;  // long lines
            rest.take(">");
            before = number;
            sign = next;
        }
        if (ends.size() == 1) names_.label(names_.number(ends.front()), plain_label(label));
        return true;
    }

    void join(std::size_t from, std::size_t to, std::string_view sign, std::string_view label) {
        if (sign == "<-") std::swap(from, to);
        const Direction direction = sign == "<->"  ? Direction::both
                                    : sign == "--" ? Direction::none
                                                   : Direction::forward;
        graph_.links.push_back({from, to, plain_label(label), direction});
    }

    std::string path(std::string_view name) const {
        const std::string own = plain_label(name);
        const bool outside = containers_.empty() || containers_.back().empty();
        return own.empty() || outside ? own : containers_.back() + '.' + own;
    }

    /// A shape in a container is called by its own name until it gets a label.
    void name_shortly(std::size_t number, const std::string& name) {
        const std::size_t dot = name.rfind('.');
        if (dot != std::string::npos && graph_.nodes[number] == name)
            names_.label(number, name.substr(dot + 1));
    }

    static constexpr std::size_t deepest = 20;

    Graph graph_;
    Names names_{graph_.nodes};
    std::vector<std::string> containers_;  ///< "" where no shape is meant
};

}  // namespace

std::optional<Reading> read_d2(std::string_view source) { return D2Reader().read(source); }

}  // namespace triptych::doc::diagram
