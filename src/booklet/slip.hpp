#pragma once

#include <triptych/imposition.hpp>

#include "doc/model.hpp"
#include "pages/pages.hpp"
#include "typeset/context.hpp"

namespace triptych::booklet {

/// Puts a sheet in front of the imposed `sheets` that says how to print, fold and staple them, in
/// French or English; its back is blank.
void add_slip(const doc::Book& book, const typeset::Resources& resources,
              const Imposition& imposition, pages::Pages& sheets, Diagnostics& diagnostics);

}  // namespace triptych::booklet
