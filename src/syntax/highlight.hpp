#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include <triptych/syntax.hpp>

#include "doc/model.hpp"
#include "syntax/marked_listings.hpp"

/// Marks the parts of code in the model, so that all outputs colour them alike.
namespace triptych::syntax {

/// Loads the module that knows the grammars; null where it is not there.
using Loader = std::function<TriptychSyntax()>;

/// Listings of more bytes or lines are left plain.
inline constexpr std::size_t largest_listing = std::size_t{64} << 10, most_lines = 2000;

/// Fills in `doc::CodeBlock::parts` of every listing in a language known by its name, none is
/// guessed. The module is loaded for the first such listing only; without it all code stays plain.
class Highlighter {
public:
    /// `known` has listings of builds before this one, and gets those of this one; may be null.
    explicit Highlighter(Loader load, MarkedListings* known = nullptr)
        : load_(std::move(load)), known_(known) {
        if (known_) known_->begin_build();
    }

    /// By several threads at once: the module works for one, the others leave their blocks to it
    /// and go on. Blocks must stay where they are until all calls have returned.
    void add(doc::Blocks& blocks);

private:
    void mark(doc::Blocks& blocks);
    void mark(doc::CodeBlock& code);
    bool ready();

    Loader load_;
    MarkedListings* known_;
    TriptychSyntax module_ = nullptr;
    bool asked_ = false;
    std::mutex mutex_;
    std::vector<doc::Blocks*> waiting_;
    bool is_working_ = false;
};

}  // namespace triptych::syntax
