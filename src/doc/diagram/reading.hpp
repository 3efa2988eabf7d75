#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

/// What the source of a diagram means, as far as it takes to say it in words.
namespace triptych::doc::diagram {

enum class Direction : std::uint8_t { forward, both, none };

struct Link {
    std::size_t from = 0, to = 0;
    std::string label;
    Direction direction{};
};
struct Graph {
    std::vector<std::string> nodes;  ///< their labels
    std::vector<Link> links;
};

/// `said` from one participant to another.
struct Message {
    std::size_t from = 0, to = 0;
    std::string said;
};
/// A note, or the opening of a part such as a loop.
struct Remark {
    std::string keyword, text;
};
struct Sequence {
    std::vector<std::string> participants;
    std::vector<std::variant<Message, Remark>> steps;
};

struct Reading {
    std::string title, description;  ///< in the author's words; may be empty
    std::variant<Graph, Sequence> content;
};

/// Nothing when there is anything in the source that is not understood.
std::optional<Reading> read_mermaid(std::string_view source);
std::optional<Reading> read_graphviz(std::string_view source);
std::optional<Reading> read_d2(std::string_view source);
std::optional<Reading> read_plantuml(std::string_view source);

/// Larger diagrams are not put into words.
inline constexpr std::size_t most_nodes = 400, most_links = 2000;

/// Numbers of things by the names that sources have for them.
class Names {
public:
    explicit Names(std::vector<std::string>& labels) : labels_(labels) {}

    /// New ones are labelled by their names.
    std::size_t number(const std::string& name) {
        const auto [entry, is_new] = numbers_.try_emplace(name, labels_.size());
        if (is_new) labels_.push_back(name);
        return entry->second;
    }
    void label(std::size_t number, std::string label) {
        if (!label.empty()) labels_[number] = std::move(label);
    }

private:
    std::vector<std::string>& labels_;
    std::unordered_map<std::string, std::size_t> numbers_;
};

/// A label as plain text: without quotes around it, elements, marks and breaks of lines.
std::string plain_label(std::string_view written);

/// The text from its beginning, as a parser takes it.
class Rest {
public:
    explicit Rest(std::string_view text) : text_(text) {}

    std::string_view text() const { return text_; }
    bool is_empty() const { return text_.empty(); }
    char next() const { return text_.empty() ? '\0' : text_.front(); }
    void skip(std::size_t count) { text_.remove_prefix(count); }
    void skip_spaces();
    bool take(std::string_view expected);
    /// Up to `end`, which is taken, too; nothing when it is not there.
    std::optional<std::string_view> take_until(std::string_view end);
    template <typename Test>
    std::string_view take_while(Test test) {
        std::size_t count = 0;
        while (count < text_.size() && test(text_[count])) ++count;
        const std::string_view taken = text_.substr(0, count);
        skip(count);
        return taken;
    }

private:
    std::string_view text_;
};

bool is_name(char c);

template <typename Words>
bool is_among(std::string_view word, const Words& words) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace triptych::doc::diagram
