#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "doc/typography/letters.hpp"

namespace triptych::doc::typography {

/// The rules that change a text. Their names are what `--explain typography` prints.
enum class Rule : std::uint8_t {
    none,
    apostrophe,
    ellipsis,
    dash,
    quotation_marks,
    space_in_guillemets,
    space_before_mark,
    space_before_unit,
    digit_groups,
    date,
    abbreviation,
    ordinal,
};
std::string_view name(Rule rule);

/// The visible characters of one paragraph in a row, across its nodes, and what is to change about
/// each. Rules read what is written and mark changes; nothing moves until `for_each_shown`.
class Passage {
public:
    /// What happens to one character.
    struct Edit {
        char32_t before = edge, to = edge, after = edge;  ///< `edge`: nothing
        Rule rule = Rule::none;
        bool removed = false, raised = false, locked = false;
    };

    std::size_t size() const { return codes_.size(); }
    /// Appends a character of text node `node`.
    void push(char32_t code, std::uint32_t node) {
        if (!is_quiet(code)) signs_.push_back(codes_.size());
        codes_.push_back(code);
        nodes_.push_back(node);
    }
    void clear();
    /// To be called once all characters are pushed.
    void begin_edits() { edits_.assign(codes_.size(), {}); }
    /// Places of all characters that are not quiet, in order: where rules have to look.
    const std::vector<std::size_t>& signs() const { return signs_; }

    /// The character as written; `edge` outside the passage.
    char32_t written(std::size_t at) const { return at < codes_.size() ? codes_[at] : edge; }
    char32_t before(std::size_t at) const { return at == 0 ? edge : written(at - 1); }
    /// The character with the changes made so far.
    char32_t shown(std::size_t at) const {
        return at < edits_.size() && edits_[at].to != edge ? edits_[at].to : written(at);
    }
    char32_t shown_before(std::size_t at) const { return at == 0 ? edge : shown(at - 1); }
    std::uint32_t node(std::size_t at) const { return nodes_[at]; }
    const Edit& edit(std::size_t at) const { return edits_[at]; }
    bool is_changed() const { return changed_; }
    /// True when `word` is written at `at`.
    bool has(std::size_t at, std::u32string_view word) const {
        return written(at) == word.front() && codes_.compare(at, word.size(), word) == 0;
    }

    /// Locked characters belong to addresses, file names and the like: no rule may touch them.
    void lock(std::size_t begin, std::size_t end);
    bool is_locked(std::size_t at) const { return at < edits_.size() && edits_[at].locked; }

    void replace(std::size_t at, char32_t code, Rule rule);
    void remove(std::size_t at, Rule rule);
    void insert_before(std::size_t at, char32_t code, Rule rule);
    void insert_after(std::size_t at, char32_t code, Rule rule);
    void raise(std::size_t at, Rule rule);

    /// Number of spaces of any kind that end before `at`, and that begin at `at`.
    std::size_t spaces_before(std::size_t at) const;
    std::size_t spaces_from(std::size_t at) const;
    /// Makes the run of spaces at `begin` one `space`.
    void set_space(std::size_t begin, std::size_t count, char32_t space, Rule rule);

    /// The characters of [begin, end) as written, and as they will be shown.
    std::string written_text(std::size_t begin, std::size_t end) const;
    std::string shown_text(std::size_t begin, std::size_t end) const;

    /// Calls `function(code, node, raised)` for every character that is left or new.
    template <typename Function>
    void for_each_shown(const Function& function) const {
        for (std::size_t at = 0; at < codes_.size(); ++at) {
            const Edit& edit = edits_[at];
            const std::uint32_t node = nodes_[at];
            if (edit.before != edge) function(edit.before, node, false);
            if (!edit.removed) function(shown(at), node, edit.raised);
            if (edit.after != edge) function(edit.after, node, false);
        }
    }

private:
    Edit& change(std::size_t at, Rule rule);

    std::u32string codes_;
    std::vector<std::uint32_t> nodes_;
    std::vector<std::size_t> signs_;
    std::vector<Edit> edits_;
    bool changed_ = false;
};

}  // namespace triptych::doc::typography
