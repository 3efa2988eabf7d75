#pragma once

namespace triptych::fault {

/// Whether this call for memory is to fail.
bool memory_fails();

}  // namespace triptych::fault
