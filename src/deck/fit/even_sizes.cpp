#include "deck/fit/even_sizes.hpp"

#include <cstddef>
#include <optional>

#include "deck/fit/measure_slide.hpp"

namespace triptych::deck {
namespace {

/// Of one archetype; points that have the slide to themselves are not squeezed by others that stand
/// beside a claim.
bool look_alike(const Slide& a, const Slide& b) {
    return a.archetype == b.archetype &&
           (a.archetype != Archetype::plain_pillar || a.claim.empty() == b.claim.empty());
}

/// End of the slides from `begin` on that look like it.
std::size_t run_end(const std::vector<Slide>& slides, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < slides.size() && look_alike(slides[end], slides[begin])) ++end;
    return end;
}

}  // namespace

void even_sizes(std::vector<Slide>& slides, const Settings& settings, const WiderSetting* wider) {
    for (std::size_t begin = 0, end = 0; begin < slides.size(); begin = end) {
        end = run_end(slides, begin);
        if (slides[begin].archetype == Archetype::none) continue;
        const auto first = slides.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = slides.begin() + static_cast<std::ptrdiff_t>(end);
        std::optional<Length> least;
        for (auto slide = first; slide != last; ++slide)
            if (!slide->body.empty() && (!least || slide->measures.body_size < *least))
                least = slide->measures.body_size;
        for (auto slide = first; slide != last; ++slide) {
            if (slide->body.empty() || slide->measures.body_size == *least) continue;
            Setting setting = settings.of(*slide);
            setting.wider = wider;
            measure_body(*slide, *least, setting);
        }
    }
}

}  // namespace triptych::deck
