#include "doc/diagram.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/is_one_of.hpp"
#include "base/language_tag.hpp"
#include "base/match.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "doc/diagram/reading.hpp"

namespace triptych::doc {
namespace {

/// Nobody listens to more in one piece.
constexpr std::size_t longest_description = 1500;
/// Kept free of it, to say how much there is beyond.
constexpr std::size_t room_for_rest = 50;
/// Larger sources are not looked into.
constexpr std::size_t largest_source = std::size_t{64} << 10U;

/// A part of a sequence as it is read out.
struct PartWords {
    std::string_view keyword, english, french;
};
constexpr PartWords part_words[] = {{"loop", "again and again", "en boucle"},
                                    {"alt", "either", "soit"},
                                    {"else", "or else", "sinon"},
                                    {"opt", "possibly", "éventuellement"},
                                    {"par", "at the same time", "en même temps"},
                                    {"and", "and meanwhile", "et pendant ce temps"},
                                    {"critical", "without fail", "impérativement"},
                                    {"option", "in the case", "dans le cas"},
                                    {"break", "ending here", "en s’arrêtant là"},
                                    {"group", "together", "ensemble"},
                                    {"note", "note", "note"}};

class Describer {
public:
    explicit Describer(bool french) : french_(french) {}

    std::string graph(const diagram::Graph& graph) {
        say_nodes(graph);
        std::vector<bool> said(graph.links.size());
        for (std::size_t i = 0; i < graph.links.size(); ++i) {
            if (said[i]) continue;
            std::string sentence = link(graph, graph.links[i]);
            // Those that follow from the same place are one sentence.
            for (std::size_t k = i + 1; k < graph.links.size(); ++k) {
                const auto& more = graph.links[k];
                if (more.from != graph.links[i].from || more.direction != graph.links[i].direction)
                    break;
                said[k] = true;
                sentence += (french_ ? ", à " : ", to ") + end_of(graph, more);
            }
            if (!add(sentence)) return with_rest(graph.links.size() - i);
        }
        return finished();
    }

    std::string sequence(const diagram::Sequence& sequence) {
        std::vector<std::string_view> names(sequence.participants.begin(),
                                            sequence.participants.end());
        text_ = french_ ? "Échanges entre " : "Messages between ";
        text_ += list(names);
        start_ = true;
        std::size_t count = 0;
        for (const auto& step : sequence.steps) {
            const std::string sentence = std::visit(
                Match{[&](const diagram::Message& one) { return message(sequence, one); },
                      [&](const diagram::Remark& one) { return remark(one); }},
                step);
            if (!add(sentence)) return with_rest(sequence.steps.size() - count);
            ++count;
        }
        return finished();
    }

private:
    void say_nodes(const diagram::Graph& graph) {
        std::vector<std::string_view> names(graph.nodes.begin(), graph.nodes.end());
        constexpr std::size_t most_named = 40;
        const std::size_t count = names.size();
        names.resize(std::min(count, most_named));
        text_ = french_ ? fmt::format("Schéma de {} élément{}", count, count > 1 ? "s" : "")
                        : fmt::format("Diagram of {} element{}", count, count > 1 ? "s" : "");
        if (count <= most_named) text_ += (french_ ? "\u00A0: " : ": ") + list(names);
        start_ = true;
    }

    std::string list(const std::vector<std::string_view>& names) const {
        std::string all;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (i > 0) all += i + 1 < names.size() ? ", " : french_ ? " et " : " and ";
            all += names[i];
        }
        return all;
    }

    std::string link(const diagram::Graph& graph, const diagram::Link& one) const {
        std::string_view verb;
        switch (one.direction) {
            case diagram::Direction::forward:
                verb = french_ ? " mène à " : " leads to ";
                break;
            case diagram::Direction::both:
                verb = french_ ? " mène dans les deux sens à " : " leads both ways to ";
                break;
            case diagram::Direction::none:
                verb = french_ ? " est relié à " : " is linked to ";
                break;
        }
        return graph.nodes[one.from] + std::string(verb) + end_of(graph, one);
    }
    std::string end_of(const diagram::Graph& graph, const diagram::Link& one) const {
        return graph.nodes[one.to] + (one.label.empty() ? "" : " (" + one.label + ")");
    }

    std::string message(const diagram::Sequence& sequence, const diagram::Message& one) const {
        std::string words = sequence.participants[one.from] + (french_ ? " à " : " to ") +
                            sequence.participants[one.to];
        if (!one.said.empty()) words += (french_ ? "\u00A0: " : ": ") + one.said;
        return words;
    }

    std::string remark(const diagram::Remark& one) const {
        for (const PartWords& part : part_words)
            if (part.keyword == one.keyword) {
                std::string words(french_ ? part.french : part.english);
                if (!one.text.empty()) words += " (" + one.text + ")";
                return words;
            }
        return one.text;
    }

    /// False when there is no room for it.
    bool add(const std::string& sentence) {
        if (text_.size() + sentence.size() > longest_description - room_for_rest) return false;
        text_ += start_ ? ". " : french_ ? "\u00A0; " : "; ";
        text_ += sentence;
        start_ = false;
        return true;
    }

    std::string with_rest(std::size_t count) {
        text_ += french_ ? fmt::format("\u00A0; et {} de plus", count)
                         : fmt::format("; and {} more", count);
        return finished();
    }
    std::string finished() { return std::move(text_) + '.'; }

    bool french_;
    std::string text_;
    bool start_ = true;
};

std::optional<diagram::Reading> read(std::string_view kind, std::string_view source) {
    if (source.size() > largest_source) return std::nullopt;
    if (kind == "mermaid") return diagram::read_mermaid(source);
    if (kind == "graphviz") return diagram::read_graphviz(source);
    if (kind == "d2") return diagram::read_d2(source);
    return kind == "plantuml" ? diagram::read_plantuml(source) : std::nullopt;
}

std::string clipped(std::string words) {
    text::clip(words, longest_description);
    return words;
}

std::string content_in_words(const diagram::Reading& reading, bool french) {
    return std::visit(
        Match{[&](const diagram::Graph& graph) { return Describer(french).graph(graph); },
              [&](const diagram::Sequence& one) { return Describer(french).sequence(one); }},
        reading.content);
}

}  // namespace

std::string describe_diagram(std::string_view kind, std::string_view source,
                             std::string_view language) {
    const auto reading = read(diagram_kind(kind), source);
    if (reading && !reading->description.empty()) {
        const std::string& title = reading->title;
        return clipped(title.empty() ? reading->description : title + ". " + reading->description);
    }
    const bool french = is_french(language);
    if (reading && (french || is_english(language))) {
        const auto* graph = std::get_if<diagram::Graph>(&reading->content);
        if (graph && graph->nodes.empty()) return clipped(reading->title);
        const std::string words = content_in_words(*reading, french);
        return clipped(reading->title.empty() ? words : reading->title + ". " + words);
    }
    return clipped(fmt::format("{} ({}){}{}", word_in(language, Word::diagram), kind,
                               french ? "\u00A0: " : ": ", text::collapse_spaces(source)));
}

std::string_view diagram_kind(std::string_view fence) {
    if (is_one_of(fence, {"plantuml", "puml", "uml"})) return "plantuml";
    if (is_one_of(fence, {"graphviz", "dot"})) return "graphviz";
    for (const std::string_view kind : {"mermaid", "d2"})
        if (fence == kind) return kind;
    return {};
}

}  // namespace triptych::doc
