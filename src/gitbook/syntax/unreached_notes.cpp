#include "gitbook/syntax/unreached_notes.hpp"

#include <charconv>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace triptych::gitbook {
namespace {

/// References in the order of the text. Nodes nest no deeper than the reader lets them.
void for_each_reference(Nodes& nodes, const std::function<void(Node&)>& call) {
    for (Node& node : nodes) {
        if (node.is_tag("note")) call(node);
        for_each_reference(node.children, call);
    }
}

/// The index of the note that a reference leads to.
std::size_t note_of(const Node& reference) {
    std::size_t number = 1;
    std::from_chars(reference.text.data(), reference.text.data() + reference.text.size(), number);
    return number - 1;
}

class Notes {
public:
    Notes(Nodes& blocks, Nodes& notes, Diagnostics& diagnostics)
        : blocks_(blocks), notes_(notes), diagnostics_(diagnostics), reached_(notes.size()) {}

    void free_unreached() {
        reach(blocks_);
        for (std::size_t i = 0; i < notes_.size(); ++i)
            if (!reached_[i]) free(i);
        if (freed_.empty()) return;
        number();
        Nodes kept;
        for (std::size_t i = 0; i < notes_.size(); ++i)
            if (numbers_[i]) kept.push_back(std::move(notes_[i]));
        notes_ = std::move(kept);
    }

private:
    /// Marks the notes that are referred to, and those that they refer to.
    void reach(Nodes& nodes) {
        std::vector<Nodes*> open = {&nodes};
        while (!open.empty()) {
            Nodes& next = *open.back();
            open.pop_back();
            for_each_reference(next, [&](Node& reference) {
                const std::size_t note = note_of(reference);
                if (note >= notes_.size() || reached_[note]) return;
                reached_[note] = true;
                open.push_back(&notes_[note].children);
            });
        }
    }
    void free(std::size_t note) {
        diagnostics_.report(Kind::unused_note, notes_[note].span,
                            say("only notes refer to this note to which nothing refers; it stands "
                                "at the end of the page"),
                            say("refer to it in the text, or remove it"));
        reached_[note] = true;
        freed_.push_back(note);
        reach(notes_[note].children);
        for (Node& node : notes_[note].children) blocks_.push_back(std::move(node));
        notes_[note].children.clear();
    }
    void number() {
        numbers_.resize(notes_.size());
        for (const std::size_t note : freed_) reached_[note] = false;
        std::size_t count = 0;
        for (std::size_t i = 0; i < notes_.size(); ++i)
            if (reached_[i]) numbers_[i] = ++count;
        const auto renumber = [&](Node& reference) {
            const std::size_t note = note_of(reference);
            if (note < numbers_.size() && numbers_[note])
                reference.text = std::to_string(*numbers_[note]);
            else  // a note that has become text itself
                reference = text_node("", reference.span);
        };
        for_each_reference(blocks_, renumber);
        for (Node& note : notes_) for_each_reference(note.children, renumber);
    }

    Nodes &blocks_, &notes_;
    Diagnostics& diagnostics_;
    std::vector<bool> reached_;
    std::vector<std::size_t> freed_;
    std::vector<std::optional<std::size_t>> numbers_;  ///< new ones, from 1
};

}  // namespace

void free_unreached_notes(Nodes& blocks, Nodes& notes, Diagnostics& diagnostics) {
    if (!notes.empty()) Notes(blocks, notes, diagnostics).free_unreached();
}

}  // namespace triptych::gitbook
