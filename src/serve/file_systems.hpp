#pragma once

namespace triptych {

/// Whether the system is told of every change in a file system of this type (`f_type` of
/// statfs(2)). What other computers, or the host of a virtual machine, have shared changes behind
/// its back.
bool tells_of_changes(long type);

}  // namespace triptych
