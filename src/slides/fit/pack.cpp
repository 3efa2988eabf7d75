#include "slides/fit/pack.hpp"

#include <utility>

namespace triptych::slides {
namespace {

constexpr int steps_to_even = 20;

/// Atoms that stand together, with their height.
struct Unit {
    PackPart atoms;
    Length height;
};

std::vector<Unit> units_of(const std::vector<Atom>& atoms, const PackRoom& room) {
    std::vector<Unit> units;
    bool joins = false;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const Length height = atoms[i].height;
        if (joins && units.back().height + room.gap + height <= room.others) {
            units.back().atoms.end = i + 1;
            units.back().height += room.gap + height;
        } else {
            units.push_back({{i, i + 1}, height});
        }
        joins = atoms[i].keeps_next;
    }
    return units;
}

std::vector<PackPart> fill(const std::vector<Unit>& units, const PackRoom& room) {
    std::vector<PackPart> parts = {{0, 0}};
    Length used;
    for (const auto& unit : units) {
        const Length limit = parts.size() > 1 ? room.others : room.first;
        if (used + room.gap + unit.height <= limit) {
            parts.back().end = unit.atoms.end;
            used += room.gap + unit.height;
        } else {
            parts.push_back(unit.atoms);
            used = unit.height;
        }
    }
    return parts;
}

}  // namespace

std::vector<PackPart> pack(const std::vector<Atom>& atoms, const PackRoom& room) {
    const auto units = units_of(atoms, room);
    auto best = fill(units, room);
    for (int step = steps_to_even - 1; step > 0; --step) {
        PackRoom tighter = room;
        tighter.first = room.first.scaled(step, steps_to_even);
        tighter.others = room.others.scaled(step, steps_to_even);
        auto parts = fill(units, tighter);
        if (parts.size() > best.size()) break;
        best = std::move(parts);
    }
    return best;
}

}  // namespace triptych::slides
