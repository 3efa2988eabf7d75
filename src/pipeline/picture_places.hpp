#pragma once

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"

namespace triptych::pipeline {

/// `findings`, in which a picture that can't be read has the place where the book first shows it:
/// those who decode pictures know their paths only.
Diagnostics with_places(const Diagnostics& findings, const doc::Book& book);

}  // namespace triptych::pipeline
