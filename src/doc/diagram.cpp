#include "doc/diagram.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/is_one_of.hpp"
#include "base/match.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "doc/diagram/reading.hpp"
#include "doc/diagram_words.hpp"

namespace triptych::doc {
namespace {

/// Nobody listens to more in one piece.
constexpr std::size_t longest_description = 1500;
/// Kept free of it, to say how much there is beyond.
constexpr std::size_t room_for_rest = 50;
/// Larger sources are not looked into.
constexpr std::size_t largest_source = std::size_t{64} << 10U;

/// A part of a sequence as it is read out.
struct PartWord {
    std::string_view keyword;
    DiagramWord word;
};
constexpr PartWord part_words[] = {{"loop", DiagramWord::again},
                                   {"alt", DiagramWord::either},
                                   {"else", DiagramWord::or_else},
                                   {"opt", DiagramWord::possibly},
                                   {"par", DiagramWord::same_time},
                                   {"and", DiagramWord::meanwhile},
                                   {"critical", DiagramWord::without_fail},
                                   {"option", DiagramWord::in_the_case},
                                   {"break", DiagramWord::ending_here},
                                   {"group", DiagramWord::together},
                                   {"note", DiagramWord::note}};

class Describer {
public:
    explicit Describer(std::string_view language) : language_(language) {}

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
                sentence += with(DiagramWord::further, end_of(graph, more));
            }
            if (!add(sentence)) return with_rest(graph.links.size() - i);
        }
        return finished();
    }

    std::string sequence(const diagram::Sequence& sequence) {
        text_ = with(DiagramWord::messages, listed(sequence.participants, language_));
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
    std::string_view word(DiagramWord each) const { return diagram_word(language_, each); }
    /// The words with `filling` in their gaps.
    template <typename... Filling>
    std::string with(DiagramWord each, const Filling&... filling) const {
        return fmt::format(fmt::runtime(word(each)), filling...);
    }

    void say_nodes(const diagram::Graph& graph) {
        constexpr std::size_t most_named = 40;
        const std::size_t count = graph.nodes.size();
        text_ = with(count > 1 ? DiagramWord::elements : DiagramWord::element, count);
        if (count <= most_named)
            text_ += std::string(word_in(language_, Word::colon)) + listed(graph.nodes, language_);
        start_ = true;
    }

    std::string link(const diagram::Graph& graph, const diagram::Link& one) const {
        const std::string& from = graph.nodes[one.from];
        switch (one.direction) {
            case diagram::Direction::forward:
                return with(DiagramWord::leads_to, from, end_of(graph, one));
            case diagram::Direction::both:
                return with(DiagramWord::leads_both_ways, from, end_of(graph, one));
            case diagram::Direction::none:
                break;
        }
        return with(DiagramWord::is_linked, from, end_of(graph, one));
    }
    std::string end_of(const diagram::Graph& graph, const diagram::Link& one) const {
        return graph.nodes[one.to] + (one.label.empty() ? "" : bracketed(one.label, language_));
    }

    std::string message(const diagram::Sequence& sequence, const diagram::Message& one) const {
        std::string words = with(DiagramWord::message, sequence.participants[one.from],
                                 sequence.participants[one.to]);
        if (!one.said.empty()) words += std::string(word_in(language_, Word::colon)) + one.said;
        return words;
    }

    std::string remark(const diagram::Remark& one) const {
        for (const PartWord& part : part_words)
            if (part.keyword == one.keyword) {
                std::string words(word(part.word));
                if (!one.text.empty()) words += bracketed(one.text, language_);
                return words;
            }
        return one.text;
    }

    /// False when there is no room for it.
    bool add(const std::string& sentence) {
        if (text_.size() + sentence.size() > longest_description - room_for_rest) return false;
        text_ += start_ ? word(DiagramWord::sentence) : semicolon(language_);
        text_ += sentence;
        start_ = false;
        return true;
    }

    std::string with_rest(std::size_t count) {
        text_ += std::string(semicolon(language_)) + with(DiagramWord::and_more, count);
        return finished();
    }
    std::string finished() {
        text_ += word(DiagramWord::sentence);
        while (text_.ends_with(' ')) text_.pop_back();
        return std::move(text_);
    }

    std::string_view language_;
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

std::string content_in_words(const diagram::Reading& reading, std::string_view language) {
    return std::visit(
        Match{[&](const diagram::Graph& graph) { return Describer(language).graph(graph); },
              [&](const diagram::Sequence& one) { return Describer(language).sequence(one); }},
        reading.content);
}

}  // namespace

std::string describe_diagram(std::string_view kind, std::string_view source,
                             std::string_view language) {
    const auto reading = read(diagram_kind(kind), source);
    const std::string stop(diagram_word(language, DiagramWord::sentence));
    const auto under_title = [&](const std::string& words) {
        return clipped(reading->title.empty() ? words : reading->title + stop + words);
    };
    if (reading && !reading->description.empty()) return under_title(reading->description);
    if (reading) {
        const auto* graph = std::get_if<diagram::Graph>(&reading->content);
        if (graph && graph->nodes.empty()) return clipped(reading->title);
        return under_title(content_in_words(*reading, language));
    }
    return clipped(fmt::format("{}{}{}{}", word_in(language, Word::diagram),
                               bracketed(kind, language), word_in(language, Word::colon),
                               text::collapse_spaces(source)));
}

std::string_view diagram_kind(std::string_view fence) {
    if (is_one_of(fence, {"plantuml", "puml", "uml"})) return "plantuml";
    if (is_one_of(fence, {"graphviz", "dot"})) return "graphviz";
    for (const std::string_view kind : {"mermaid", "d2"})
        if (fence == kind) return kind;
    return {};
}

}  // namespace triptych::doc
