#pragma once

#include <triptych/diagnostics.hpp>

#include "base/parallel.hpp"
#include "doc/model.hpp"
#include "image/store.hpp"

namespace triptych::pipeline {

/// `findings`, in which a picture that can't be read has the place where the book first shows it:
/// those who decode pictures know their paths only.
Diagnostics with_places(const Diagnostics& findings, const doc::Book& book);

/// What of the book's SVG pictures is not as their authors drew them, each where it is first shown.
Diagnostics findings_in_drawings(const doc::Book& book, const image::Store& images,
                                 Threads& threads);

}  // namespace triptych::pipeline
