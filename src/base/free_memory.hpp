#pragma once

namespace triptych {

/// Gives memory that nothing uses back to the system. What one thread has freed, others can't
/// always take; to be called where much has been freed. Changes no result.
void release_free_memory();

}  // namespace triptych
