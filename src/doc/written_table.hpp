#pragma once

#include <string>

#include "doc/model.hpp"

namespace triptych::doc {

/// The words of a table's cells as RFC 4180 has them, head first; UTF-8. Cells that others cover
/// are empty.
std::string to_csv(const Table& table);

}  // namespace triptych::doc
