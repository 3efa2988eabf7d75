#pragma once

#include <memory>

namespace triptych {

/// What one build leaves for the next in the same process, for a book that is built again and again
/// while it is written: fonts that are open, words that are shaped, listings whose parts are known.
/// Results never depend on it. It serves builds of one request, whose folders must stay open until
/// it forgets; one build at a time.
class BuildMemory {
public:
    BuildMemory();
    ~BuildMemory();
    BuildMemory(const BuildMemory&) = delete;
    BuildMemory& operator=(const BuildMemory&) = delete;

    /// To be called when files other than Markdown have changed, such as fonts or the layout, and
    /// before another request is built.
    void forget();

    struct State;
    State& state() { return *state_; }

private:
    std::unique_ptr<State> state_;
};

}  // namespace triptych
