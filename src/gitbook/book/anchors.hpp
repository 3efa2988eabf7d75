#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"

namespace triptych::gitbook {

/// The names by which links point into one page.
class Anchors {
public:
    /// How sure a name is; a surer one wins over all others.
    enum class Rank : std::uint8_t { explicit_id, gitbook, github };

    /// `element` is a book-wide id, or "" for the page itself.
    void add(Rank rank, std::string name, std::string element);
    /// What stands at `element`: the plain text of its heading.
    void set_title(const std::string& element, std::string title) {
        titles_.try_emplace(element, std::move(title));
    }
    /// Null for an element without a heading.
    const std::string* title(const std::string& element) const {
        const auto found = titles_.find(element);
        return found == titles_.end() ? nullptr : &found->second;
    }
    /// Builds the look-up; call once, behind the last `add`.
    void finish();
    /// The element meant by a percent-decoded `fragment`: exactly, else in any case, else without
    /// regard to dots and repeated `-`. Null when there is none.
    const std::string* find(std::string_view fragment) const;

private:
    void enter(std::string name, std::uint32_t entry);

    struct Entry {
        Rank rank{};
        std::string name, element;
    };
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::uint32_t> by_name_;
    std::unordered_map<std::string, std::string> titles_;
};

/// Gives every element of `page` that links can lead to its book-wide id, and sets the author's
/// number of a heading apart from its text. Explicit ids are aliases of those ids; one that was
/// given before is reported.
Anchors identify_elements(doc::Page& page, const std::vector<std::string>& title_ids,
                          Diagnostics& diagnostics);

/// Splits "1. ", "2) ", "A. " or "1.2 " off the front of a heading; "" when it has no number.
std::string split_number(doc::Inlines& heading);

}  // namespace triptych::gitbook
