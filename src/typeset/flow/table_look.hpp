#pragma once

#include <array>

#include "doc/model.hpp"
#include "style/sheet.hpp"

namespace triptych::typeset {

/// The styles of a table's cells by their alignment, all in one size.
struct TableLook {
    std::array<style::Medium, 3> media;  ///< start, centre, end
    Share scale = Share::whole();

    const style::Medium& medium(doc::Align align) const;
};

TableLook table_look(const style::Medium& medium, Share scale);

}  // namespace triptych::typeset
