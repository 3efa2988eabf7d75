#include "deck/fit/pack.hpp"

#include <utility>

namespace triptych::deck {
namespace {

constexpr int steps_to_even = 20;

/// Atoms that stand together, with their height.
struct Unit {
    PackPart atoms;
    Length height;
};

/// Whether the atom is the next rows of a table or lines of code, which follow without a gap.
bool goes_on(const std::vector<Atom>& atoms, std::size_t at) {
    return at > 0 && atoms[at].whole && atoms[at].source == atoms[at - 1].source;
}
Length gap_before(const std::vector<Atom>& atoms, std::size_t at, const PackRoom& room) {
    return goes_on(atoms, at) ? Length{} : room.gap;
}

/// The atom `at`; with those behind it when they are a table or a listing that fits on a slide.
Unit unit_at(const std::vector<Atom>& atoms, std::size_t at, const PackRoom& room) {
    const Unit first{{at, at + 1}, atoms[at].height};
    if (goes_on(atoms, at)) return first;
    Unit whole = first;
    while (whole.atoms.end < atoms.size() && goes_on(atoms, whole.atoms.end))
        whole.height += atoms[whole.atoms.end++].height;
    return whole.height <= room.others ? whole : first;
}

std::vector<Unit> units_of(const std::vector<Atom>& atoms, const PackRoom& room) {
    std::vector<Unit> units;
    bool joins = false;
    for (std::size_t i = 0; i < atoms.size(); i = units.back().atoms.end) {
        const Unit next = unit_at(atoms, i, room);
        const Length taller = gap_before(atoms, i, room) + next.height;
        if (joins && units.back().height + taller <= room.others) {
            units.back().atoms.end = next.atoms.end;
            units.back().height += taller;
        } else {
            units.push_back(next);
        }
        joins = atoms[next.atoms.end - 1].keeps_next;
    }
    return units;
}

std::vector<PackPart> fill(const std::vector<Atom>& atoms, const std::vector<Unit>& units,
                           const PackRoom& room) {
    std::vector<PackPart> parts = {{0, 0}};
    Length used;
    for (const auto& unit : units) {
        const Length limit = parts.size() > 1 ? room.others : room.first;
        const Length taller = gap_before(atoms, unit.atoms.begin, room) + unit.height;
        if (used + taller <= limit) {
            parts.back().end = unit.atoms.end;
            used += taller;
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
    auto best = fill(atoms, units, room);
    for (int step = steps_to_even - 1; step > 0; --step) {
        PackRoom tighter = room;
        tighter.first = room.first.scaled(step, steps_to_even);
        tighter.others = room.others.scaled(step, steps_to_even);
        auto parts = fill(atoms, units, tighter);
        if (parts.size() > best.size()) break;
        best = std::move(parts);
    }
    return best;
}

}  // namespace triptych::deck
